#include <algorithm>
#include <array>
#include <optional>

#include "scanner/tls/attacks/attacks.h"
#include "scanner/tls/attacks/conversation.h"
#include "scanner/tls/certificates/rsa_encrypt.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::Exposed;
using facts::Exposure;

// The five plaintexts of the ROBOT paper (Böck, Somorovsky, Young 2018): a right one, and four kinds of wrong
// ones.
enum class Padding : std::uint8_t { right, wrong_begin, no_zero, zero_early, wrong_version };
constexpr std::array kPaddings = {Padding::right, Padding::wrong_begin, Padding::no_zero, Padding::zero_early,
                                  Padding::wrong_version};
constexpr std::size_t kSecret = 48;  // RFC 5246 §7.4.7.1: version and 46 bytes

Bytes block_of(Padding padding, std::size_t size, std::uint16_t version) {
  Bytes block(size, 0x41);  // anything but zero
  block[0] = 0;
  block[1] = 2;
  block[size - kSecret - 1] = 0;
  block[size - kSecret] = static_cast<std::uint8_t>(version >> 8);
  block[size - kSecret + 1] = static_cast<std::uint8_t>(version);
  if (padding == Padding::wrong_begin) block[0] = 0x41, block[1] = 0x17;
  if (padding == Padding::no_zero) block[size - kSecret - 1] = 0x41;
  if (padding == Padding::zero_early) block[2] = 0, block[size - kSecret - 1] = 0x41;
  if (padding == Padding::wrong_version) block[size - kSecret] = 2, block[size - kSecret + 1] = 2;
  return block;
}

// What tells two answers apart for an attacker.
struct Signal {
  Reaction reaction = Reaction::silence;
  std::uint8_t alert = 0;
  bool operator==(const Signal&) const = default;
};

std::string text_of(const Signal& signal) {
  switch (signal.reaction) {
    case Reaction::alert:
      return "alert " + std::to_string(signal.alert);
    case Reaction::closed:
      return "an orderly end";
    case Reaction::reset:
      return "a broken connection";
    case Reaction::silence:
      return "silence";
    default:
      return "another record";
  }
}

// ClientKeyExchange with the block under the server's key; with the rest of the flight (change_cipher_spec
// and a Finished of noise) or without it, since some servers tell more while they wait.
std::optional<Signal> ask(Asker& asker, const ClientHello& hello, const RsaKey& key, Padding padding,
                          bool whole_flight) {
  using std::chrono::milliseconds;
  Conversation conversation(asker);
  const Deadline start = Clock::now();
  if (conversation.begin(hello) != Ending::answered) return std::nullopt;
  // Silence is an answer, too: long enough to tell it from a slow line, by how long the handshake took.
  const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - start);
  const milliseconds wait = std::clamp(4 * took, milliseconds(500), milliseconds(2000));
  const std::uint16_t version = conversation.flight().hello->version;
  const std::optional<Bytes> secret = key.encrypt(block_of(padding, key.size(), wire_number(hello.version)));
  if (!secret) return std::nullopt;
  Writer exchange;
  exchange.number(message::client_key_exchange, 1);
  exchange.vector(3, [&] {
    if (version == wire_number(facts::TlsVersion::ssl3))
      exchange.append(*secret);
    else
      exchange.vector(2, [&] { exchange.append(*secret); });
  });
  Bytes records = record_of(content::handshake, version, exchange.take());
  if (whole_flight) {
    static constexpr std::uint8_t kChange[] = {1};
    const Bytes finished(64, 0x33);
    for (const Bytes& record : {record_of(content::change_cipher_spec, version, kChange),
                                record_of(content::handshake, version, finished)})
      records.insert(records.end(), record.begin(), record.end());
  }
  if (conversation.send(std::move(records)) != Ending::answered) return std::nullopt;
  const Reply reply = conversation.next(wait);
  if (reply.reaction == Reaction::not_asked) return std::nullopt;
  return Signal{reply.reaction, reply.alert};
}

using Signals = std::array<Signal, kPaddings.size()>;

std::optional<Signals> ask_all(Asker& asker, const ClientHello& hello, const RsaKey& key, bool whole_flight) {
  Signals signals;
  std::array<std::optional<Signal>, kPaddings.size()> answers;
  // One after the other: a server that serves one at a time would look silent to the others.
  for (std::size_t i = 0; i < kPaddings.size(); ++i)
    answers[i] = ask(asker, hello, key, kPaddings[i], whole_flight);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!answers[i]) return std::nullopt;
    signals[i] = *answers[i];
  }
  return signals;
}

bool all_equal(const Signals& signals) {
  return std::ranges::all_of(signals, [&](const Signal& signal) { return signal == signals.front(); });
}

std::optional<Exposed> ask_twice(Asker& asker, const ClientHello& hello, const RsaKey& key,
                                 bool whole_flight) {
  const std::optional<Signals> once = ask_all(asker, hello, key, whole_flight);
  if (!once) return Exposed{Exposure::inconclusive, "not all handshakes that the test needs came about"};
  if (all_equal(*once)) return std::nullopt;
  // A slow line or a busy server looks different by chance: only what comes twice is an oracle.
  const std::optional<Signals> twice = ask_all(asker, hello, key, whole_flight);
  if (!twice || *twice != *once)
    return Exposed{Exposure::inconclusive, "the answers differ from one time to the next"};
  const auto other =
      std::ranges::find_if(*once, [&](const Signal& signal) { return signal != once->front(); });
  return Exposed{Exposure::vulnerable, "a right padding is answered with " + text_of(once->front()) +
                                           ", a wrong one with " + text_of(*other)};
}

}  // namespace

Exposed try_robot(Asker& asker, const ClientHello& hello, const Bytes& certificate) {
  const std::optional<RsaKey> key = RsaKey::of_certificate(certificate);
  if (!key || key->size() < kSecret + 11)
    return {Exposure::inconclusive, "the certificate's RSA key could not be read"};
  if (const std::optional<Exposed> found = ask_twice(asker, hello, *key, true)) return *found;
  if (const std::optional<Exposed> found = ask_twice(asker, hello, *key, false)) return *found;
  return {Exposure::safe, "right and wrong paddings are answered alike"};
}

}  // namespace veedor::tls
