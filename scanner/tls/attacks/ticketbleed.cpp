#include <algorithm>

#include "scanner/tls/attacks/attacks.h"
#include "scanner/tls/attacks/conversation.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {

using facts::Exposed;
using facts::Exposure;

Exposed try_ticketbleed(Asker& asker, const ClientHello& hello, const Bytes& ticket) {
  ClientHello resuming = hello;
  resuming.session_ticket = true;
  resuming.ticket = ticket;
  resuming.session = {0x5A};
  const Answer answer = asker.ask_once(write(resuming));
  // A server that resumes answers with ServerHello and Finished: the flight ends without ServerHelloDone,
  // which is as much an answer as the other.
  if (!answer.flight.hello) {
    return answer.ending == Ending::alert
               ? Exposed{Exposure::safe, "the short session identifier was refused"}
               : Exposed{Exposure::inconclusive, "no answer to a short session identifier"};
  }
  const Bytes& session = answer.flight.hello->session;
  // RFC 5077 §3.4: it echoes the identifier, or sends one of its own, which does not begin with ours by
  // chance alone.
  const bool begins_with_ours = session.size() > 1 && session.front() == 0x5A;
  if (begins_with_ours &&
      std::ranges::any_of(session.begin() + 1, session.end(), [](auto byte) { return byte != 0; }))
    return {Exposure::vulnerable,
            "1 byte of session identifier came back as " + std::to_string(session.size())};
  if (begins_with_ours)
    return {Exposure::inconclusive, "the session identifier came back longer, filled with zeros"};
  return {Exposure::safe, "the session identifier came back as it was sent, or not at all"};
}

}  // namespace veedor::tls
