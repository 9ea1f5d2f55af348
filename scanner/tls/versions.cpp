#include "scanner/tls/versions.h"

#include <algorithm>
#include <array>
#include <vector>

#include <sys/random.h>

#include "scanner/tls/client_hello.h"
#include "scanner/tls/protocol.h"
#include "scanner/tls/suites.h"

namespace veedor::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

constexpr std::array kVersions = {TlsVersion::ssl3, TlsVersion::tls1_0, TlsVersion::tls1_1,
                                  TlsVersion::tls1_2, TlsVersion::tls1_3};
// Old servers fail on more than 127. What is left out (ARIA, static DH, Camellia with SHA-256) is hardly a
// server's only choice.
constexpr std::size_t kMaxSuites = 120;

// No secret hangs on these bytes: a short read does no harm.
void fill_random(std::array<std::uint8_t, 32>& bytes) {
  [[maybe_unused]] const ssize_t count = getrandom(bytes.data(), bytes.size(), GRND_NONBLOCK);
}

Bytes hello_for(TlsVersion version, const std::string& server_name, KeyShare share) {
  ClientHello hello{.version = version,
                    .server_name = server_name,
                    .suites = suites_of(version, kMaxSuites),
                    .key_share = share};
  fill_random(hello.random);
  fill_random(hello.session);
  fill_random(hello.share);
  return write(hello);
}

struct Question {
  TlsVersion version;
  Answer answer;
  int internal_errors = 0;  // alerts of that kind so far
};

// OpenSSL 3 at its default security level answers TLS 1.0 and 1.1 with internal_error, since no signature is
// left for them. Once it may be a mishap; the same again is a refusal.
Support conclude(const Question& question) {
  return question.internal_errors > 1 ? Support::refused : judge(question.answer, question.version);
}

// Asks again what was not answered clearly. For TLS 1.3 an alert may mean the empty key share, not the
// version.
bool ask_again(const Question& question) {
  const Support support = judge(question.answer, question.version);
  if (support == Support::inconclusive) return true;
  return question.version == TlsVersion::tls1_3 && question.answer.ending == Ending::alert &&
         question.answer.alert != alert::protocol_version;
}

// A second answer counts only where it is clearer than the first.
void ask(const std::vector<Question*>& questions, const Address& address, const std::string& server_name,
         KeyShare share, std::chrono::milliseconds timeout) {
  std::vector<Bytes> hellos;
  hellos.reserve(questions.size());
  for (const Question* question : questions)
    hellos.push_back(hello_for(question->version, server_name, share));
  std::vector<Answer> answers = exchange(address, hellos, timeout);
  for (std::size_t i = 0; i < questions.size(); ++i) {
    Question& question = *questions[i];
    if (answers[i].ending == Ending::alert && answers[i].alert == alert::internal_error)
      ++question.internal_errors;
    const bool clear = judge(answers[i], question.version) != Support::inconclusive;
    if (clear || judge(question.answer, question.version) == Support::inconclusive)
      question.answer = answers[i];
  }
}

}  // namespace

Support judge(const Answer& answer, TlsVersion version) {
  switch (answer.ending) {
    case Ending::server_hello:
      return answer.hello->version == wire_number(version) ? Support::offered : Support::refused;
    case Ending::alert:
      // RFC 8446 §6.2. Other alerts (internal_error, unrecognized_name, …) speak of something else than the
      // version.
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
      break;
  }
  return Support::inconclusive;
}

std::map<TlsVersion, Support> ask_versions(const Address& address, const std::string& server_name,
                                           std::chrono::milliseconds timeout) {
  std::vector<Question> questions;
  questions.reserve(kVersions.size());
  for (TlsVersion version : kVersions) questions.push_back({.version = version, .answer = {}});

  std::vector<Question*> open;
  open.reserve(questions.size());
  for (Question& question : questions) open.push_back(&question);
  ask(open, address, server_name, KeyShare::empty, timeout);

  // A server that answered nothing at all would only let us wait a second time.
  const bool silent =
      std::ranges::all_of(questions, [](const Question& q) { return q.answer.ending == Ending::timed_out; });
  if (!silent) {
    std::erase_if(open, [](const Question* question) { return !ask_again(*question); });
    if (!open.empty()) ask(open, address, server_name, KeyShare::x25519, timeout);
  }

  std::map<TlsVersion, Support> versions;
  for (const Question& question : questions) versions[question.version] = conclude(question);
  return versions;
}

}  // namespace veedor::tls
