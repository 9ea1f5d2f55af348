#include "scanner/tls/attacks/attacks.h"
#include "scanner/tls/attacks/conversation.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {

using facts::Exposed;
using facts::Exposure;

// A server that is not affected refuses the first one. One that is takes it, derives keys from nothing, and
// then cannot decrypt the second, which is in clear: bad_record_mac or decrypt_error.
Exposed try_ccs_injection(Asker& asker, const ClientHello& hello) {
  constexpr std::chrono::milliseconds kWait{1500};
  static constexpr std::uint8_t kChange[] = {1};
  Conversation conversation(asker);
  if (conversation.begin(hello) != Ending::answered)
    return {Exposure::inconclusive, "the handshake that the message belongs in did not come about"};
  const std::uint16_t version = conversation.flight().hello->version;
  conversation.send(content::change_cipher_spec, version, kChange);
  const Reply first = conversation.next(kWait);
  if (first.reaction == Reaction::not_asked) return {Exposure::inconclusive, "the time ran out"};
  if (first.reaction == Reaction::alert || first.reaction == Reaction::closed ||
      first.reaction == Reaction::reset)
    return {Exposure::safe, "the early change_cipher_spec was refused"};
  if (first.reaction != Reaction::silence) return {Exposure::inconclusive, "the answer is no TLS"};
  conversation.send(content::change_cipher_spec, version, kChange);
  const Reply second = conversation.next(kWait);
  if (second.reaction == Reaction::not_asked) return {Exposure::inconclusive, "the time ran out"};
  if (second.reaction == Reaction::alert &&
      (second.alert == alert::bad_record_mac || second.alert == 21))  // decryption_failed, RFC 2246 §7.2
    return {Exposure::vulnerable, "an early change_cipher_spec was accepted: the next record was decrypted"};
  // Whoever took the first one tries to decrypt the second, and says so.
  if (second.reaction == Reaction::silence)
    return {Exposure::safe, "the early change_cipher_spec was passed over"};
  return {Exposure::safe, "the early change_cipher_spec was refused"};
}

}  // namespace veedor::tls
