#include "scanner/tls/enumerate/asker.h"

#include <algorithm>
#include <array>
#include <utility>

#include <sys/random.h>

#include "scanner/facts/tls/suite.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

constexpr std::chrono::milliseconds kBetweenPieces{200};

// No secret hangs on these bytes: a short read does no harm.
template <class Range>
void fill_random(Range& bytes) {
  [[maybe_unused]] const ssize_t count = getrandom(bytes.data(), bytes.size(), GRND_NONBLOCK);
}

std::vector<std::uint16_t> all_groups(TlsVersion version) {
  // Those of today's clients first, since the server may take the first that it knows.
  std::vector<std::uint16_t> groups = {0x001D, 0x0017, 0x0018, 0x0019, 0x001E};
  if (version == TlsVersion::tls1_3) groups.insert(groups.begin(), 0x11EC);
  for (const facts::Group& group : facts::groups()) {
    const bool new_only = group.kind == facts::GroupKind::post_quantum;
    if (new_only && version != TlsVersion::tls1_3) continue;
    if (std::ranges::find(groups, group.code) == groups.end()) groups.push_back(group.code);
  }
  return groups;
}

// IANA "TLS SignatureScheme": ECDSA, EdDSA, RSA-PSS, RSA PKCS#1, ML-DSA, and the SHA-1, MD5 and DSA that old
// servers need.
const std::vector<std::uint16_t>& all_schemes() {
  static const std::vector<std::uint16_t> schemes = {
      0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A,
      0x080B, 0x0401, 0x0501, 0x0601, 0x081A, 0x081B, 0x081C, 0x0904, 0x0905, 0x0906,
      0x0303, 0x0301, 0x0402, 0x0502, 0x0602, 0x0302, 0x0203, 0x0201, 0x0202, 0x0101};
  return schemes;
}

// RFC 5246 §7.2.2: says that we leave on purpose, so that the server's log stays quiet. Nobody waits for it
// to arrive. (A close_notify in the middle of a handshake is an orderly end for which some old servers have
// no code: Node 0.10 dies of it.)
void take_leave(const Line& line) {
  static constexpr std::uint8_t kUserCanceled[] = {content::alert,      3, 1, 0, 2, alert::fatal,
                                                   alert::user_canceled};
  line.send_at_once(kUserCanceled);
}

// Reads on until the flight is complete, or the answer is another one.
void read_answer(Line& line, Answer& answer) {
  MessageReader reader;
  while (true) {
    const Event event = reader.next();
    if (std::holds_alternative<NeedMore>(event)) {
      Bytes bytes;
      answer.ending = line.receive(bytes);
      if (answer.ending == Ending::closed && reader.unfinished()) answer.ending = Ending::malformed;
      if (answer.ending != Ending::answered) break;
      reader.feed(bytes);
      continue;
    }
    if (const auto* alert = std::get_if<Alert>(&event)) {
      // Such as unrecognized_name: the server goes on (RFC 6066 §3).
      if (alert->level == alert::warning && alert->description != alert::close_notify) continue;
      answer.alert = alert->description;
      answer.ending = alert->level == alert::fatal     ? Ending::alert
                      : alert->level == alert::warning ? Ending::closed
                                                       : Ending::malformed;
      break;
    }
    const auto* message = std::get_if<HandshakeMessage>(&event);
    if (message == nullptr || !read_message(*message, answer.flight)) {
      answer.ending = Ending::malformed;
      break;
    }
    if (answer.flight.complete) {
      answer.ending = Ending::answered;
      take_leave(line);
      return;
    }
  }
  // What the ServerHello said stands, even where the rest is missing or not understood.
  if (answer.flight.hello && answer.ending != Ending::alert) answer.ending = Ending::answered;
}

bool broke(Ending ending) {
  return ending == Ending::reset || ending == Ending::timed_out || ending == Ending::not_connected;
}

}  // namespace

std::vector<std::uint16_t> suites_for(TlsVersion version) {
  // What servers use today comes first, so that a shortened list still finds agreement.
  const auto rank = [](const facts::Suite& suite) {
    int value = suite.mode == facts::Mode::aead ? 0 : suite.mode == facts::Mode::cbc ? 1 : 2;
    if (suite.authentication != facts::Authentication::rsa &&
        suite.authentication != facts::Authentication::ecdsa &&
        suite.authentication != facts::Authentication::any)
      value += 10;
    if (!suite.forward_secret()) value += 3;
    return value;
  };
  std::vector<std::pair<int, std::uint16_t>> ranked;
  for (const facts::Suite& suite : facts::suites()) {
    // Java takes elliptic curves in SSL 3.0, too.
    const TlsVersion newest = std::max(version, TlsVersion::tls1_0);
    const bool fits = version == TlsVersion::tls1_3
                          ? suite.since == TlsVersion::tls1_3
                          : suite.since >= TlsVersion::ssl3 && suite.since <= newest;
    if (fits) ranked.emplace_back(rank(suite), static_cast<std::uint16_t>(suite.code));
  }
  std::ranges::stable_sort(ranked, {}, &std::pair<int, std::uint16_t>::first);
  std::vector<std::uint16_t> codes;
  codes.reserve(ranked.size());
  for (const auto& entry : ranked) codes.push_back(entry.second);
  return codes;
}

Support judge(const Answer& answer, TlsVersion version) {
  switch (answer.ending) {
    case Ending::answered:
      return answer.flight.hello->version == wire_number(version) ? Support::offered : Support::refused;
    case Ending::alert:
      // RFC 8446 §6.2. Other alerts (internal_error, unrecognized_name, …) speak of something else.
      return answer.alert == alert::protocol_version || answer.alert == alert::handshake_failure ||
                     answer.alert == alert::insufficient_security
                 ? Support::refused
                 : Support::inconclusive;
    case Ending::closed:
      return Support::refused;
    case Ending::reset:
    case Ending::timed_out:
    case Ending::malformed:
    case Ending::not_connected:
    case Ending::not_asked:
      break;
  }
  return Support::inconclusive;
}

Asker::Asker(Loop& loop, const Address& address, std::string server_name, std::chrono::milliseconds timeout)
    : loop_(loop), address_(address), server_name_(std::move(server_name)), timeout_(timeout) {}

ClientHello Asker::hello(TlsVersion version) const {
  ClientHello hello = hello_without_name(version);
  hello.server_name = server_name_;
  return hello;
}

ClientHello Asker::hello_without_name(TlsVersion version) const {
  ClientHello hello{.version = version, .suites = suites_for(version), .groups = all_groups(version)};
  hello.signature_schemes = all_schemes();
  hello.alpn = {"h2", "http/1.1"};
  fill_random(hello.random);
  hello.status_request = true;
  hello.timestamps = true;
  hello.session_ticket = true;
  if (version == TlsVersion::tls1_3) {
    hello.session.resize(32);
    fill_random(hello.session);
    hello.session_ticket = false;
    hello.grease = true;
    return hello;
  }
  hello.compressions = {1, 0};  // DEFLATE first: a server that can, will
  hello.extended_master_secret = true;
  hello.encrypt_then_mac = true;
  hello.heartbeat = true;
  hello.next_protocol = true;
  return hello;
}

void Asker::note(Ending ending) {
  if (ending == Ending::answered || ending == Ending::alert || ending == Ending::closed) {
    answered_ = true;
    failures_ = 0;
    return;
  }
  if (ending == Ending::not_asked) return;
  ++failures_;
  if (answered_ && (ending == Ending::not_connected || ending == Ending::timed_out)) loop_.slow_down();
}

Answer Asker::ask_once(Bytes hello, std::size_t first_piece) {
  Answer answer;
  if (given_up()) return answer;
  Line line(loop_, address_, timeout_);
  answer.ending = line.open();
  if (answer.ending == Ending::answered && first_piece > 0 && first_piece < hello.size()) {
    answer.ending = line.send(Bytes(hello.begin(), hello.begin() + static_cast<std::ptrdiff_t>(first_piece)));
    hello.erase(hello.begin(), hello.begin() + static_cast<std::ptrdiff_t>(first_piece));
    if (answer.ending == Ending::answered) loop_.pause(kBetweenPieces);
  }
  if (answer.ending == Ending::answered) answer.ending = line.send(std::move(hello));
  if (answer.ending == Ending::answered) read_answer(line, answer);
  note(answer.ending);
  return answer;
}

Answer Asker::ask(ClientHello hello) { return ask_again(write(hello), 0); }

Answer Asker::ask_in_pieces(ClientHello hello) {
  const Bytes bytes = write(hello);
  return ask_again(bytes, bytes.size() / 2);
}

Answer Asker::ask_again(const Bytes& hello, std::size_t first_piece) {
  Answer answer = ask_once(hello, first_piece);
  // A server that never answered anything would only let us wait a second time.
  if (broke(answer.ending) && answered_) answer = ask_once(hello, first_piece);
  return answer;
}

Asker::Ssl2Answer Asker::ask_ssl2() {
  Ssl2Answer answer;
  if (given_up()) return answer;
  std::vector<std::uint32_t> kinds;
  for (const facts::Suite& suite : facts::suites()) {
    if (suite.since == TlsVersion::ssl2) kinds.push_back(suite.code);
  }
  std::array<std::uint8_t, 16> challenge{};
  fill_random(challenge);
  Line line(loop_, address_, timeout_);
  answer.ending = line.open();
  if (answer.ending == Ending::answered) answer.ending = line.send(write_ssl2_hello(kinds, challenge));
  Bytes bytes;
  while (answer.ending == Ending::answered) {
    const Result<std::optional<Ssl2Hello>> hello = parse_ssl2_hello(bytes);
    if (!hello) {
      // A server of TLS sends an alert, in a record of its own.
      answer.ending = bytes.front() == content::alert ? Ending::alert : Ending::malformed;
      break;
    }
    if (*hello) {
      answer.hello = **hello;
      break;
    }
    answer.ending = line.receive(bytes);
  }
  note(answer.ending);
  return answer;
}

}  // namespace veedor::tls
