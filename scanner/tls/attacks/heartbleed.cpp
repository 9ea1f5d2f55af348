#include "scanner/tls/attacks/attacks.h"
#include "scanner/tls/attacks/conversation.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {

using facts::Exposed;
using facts::Exposure;

Exposed try_heartbleed(Asker& asker, const ClientHello& hello) {
  constexpr std::chrono::milliseconds kWait{3000};
  Conversation conversation(asker);
  const Ending begun = conversation.begin(hello);
  if (begun != Ending::answered)
    return {Exposure::inconclusive, "the handshake that the heartbeat needs did not come about"};
  if (!conversation.flight().hello->has(extension::heartbeat))
    return {Exposure::safe, "heartbeats are not offered"};
  // RFC 6520 §4: a request, then the length of its payload, of which nothing is there.
  static constexpr std::uint8_t kRequest[] = {1, 0x40, 0};
  conversation.send(content::heartbeat, conversation.flight().hello->version, kRequest);
  const Reply reply = conversation.next(kWait);
  if (reply.reaction == Reaction::not_asked) return {Exposure::inconclusive, "the time ran out"};
  if (reply.reaction == Reaction::record && reply.type == content::heartbeat &&
      reply.body.size() > sizeof kRequest)
    return {Exposure::vulnerable,
            "a heartbeat of 3 bytes was answered with " + std::to_string(reply.body.size())};
  return {Exposure::safe, "the heartbeat was not answered"};
}

}  // namespace veedor::tls
