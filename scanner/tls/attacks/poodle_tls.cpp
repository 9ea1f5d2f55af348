#include <string>

#include "scanner/tls/attacks/attacks.h"
#include "scanner/tls/certificates/cbc_session.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::Exposed;
using facts::Exposure;

// The kind of record that answers a request in a record of ours; nothing where no handshake or no answer
// came.
std::optional<std::uint8_t> answer_to(Asker& asker, bool wrong_padding, bool& shook) {
  constexpr std::chrono::milliseconds kWait{3000};
  CbcSession session(asker.loop(), asker.address(), asker.timeout());
  shook = session.begin(asker.server_name());
  if (!shook) return std::nullopt;
  const std::string host = asker.server_name().empty() ? asker.address().text() : asker.server_name();
  const std::string request = "HEAD / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
  return session.ask(session.record(request, wrong_padding), kWait);
}

}  // namespace

Exposed try_poodle_tls(Asker& asker) {
  bool shook = false;
  // First a right one: where that is not answered, silence to a wrong one would say nothing.
  const std::optional<std::uint8_t> right = answer_to(asker, false, shook);
  if (!shook) return {Exposure::inconclusive, "the handshake that the test needs did not come about"};
  if (right != content::application_data)
    return {Exposure::inconclusive, "a request with a right padding is not answered"};
  const std::optional<std::uint8_t> wrong = answer_to(asker, true, shook);
  if (!shook) return {Exposure::inconclusive, "the handshake that the test needs did not come about"};
  if (wrong == content::application_data)
    return {Exposure::vulnerable, "a request whose padding is wrong was answered like a right one"};
  return {Exposure::safe, "a request whose padding is wrong was refused"};
}

}  // namespace veedor::tls
