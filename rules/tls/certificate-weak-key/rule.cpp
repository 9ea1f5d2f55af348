// The key of the host's certificate, or of an issuer in its path, is too short to resist.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using facts::KeyKind;

// RFC 9325 §4.5 and Baseline Requirements §6.1.5: 112 bits of security.
constexpr int kMinRsa = 2048;
constexpr int kMinEc = 224;
// RSA-250, a number of 829 bits, was factored in public in 2020.
constexpr int kFactored = 829;

int minimum(KeyKind kind) {
  if (kind == KeyKind::rsa) return kMinRsa;
  return kind == KeyKind::ec ? kMinEc : 0;
}

// RFC 8017 §3.1 asks for 3 or more: raised to 1, every message stays as it is, and anybody can sign.
bool does_nothing(const facts::Certificate& certificate) { return certificate.rsa_exponent == "1"; }

std::string_view message_of(const facts::Certificate& certificate) {
  return certificate.key == KeyKind::rsa && certificate.key_bits <= kFactored ? "factored" : "short";
}

Verdict judge(const facts::Certificate& certificate, const std::string& host) {
  const Values values = {{"host", host},
                         {"certificate", short_name(certificate)},
                         {"kind", std::string(facts::name(certificate.key))},
                         {"bits", std::to_string(certificate.key_bits)},
                         {"minimum", std::to_string(minimum(certificate.key))}};
  switch (certificate.key) {
    case KeyKind::ed25519:
    case KeyKind::ed448:
      return {Outcome::passed};
    case KeyKind::dsa:  // RFC 8446 §4.2.3 leaves it out, and so do all browsers
      return {.outcome = Outcome::failed, .message = "dsa", .values = values};
    case KeyKind::rsa:
      if (does_nothing(certificate))
        return {.outcome = Outcome::failed, .message = "exponent-one", .values = values};
      [[fallthrough]];
    case KeyKind::ec:
      if (certificate.key_bits >= minimum(certificate.key)) return {Outcome::passed};
      if (certificate.key_bits > 0)
        return {.outcome = Outcome::failed, .message = message_of(certificate), .values = values};
      break;
    case KeyKind::other:
      break;
  }
  return {.outcome = Outcome::cant_tell, .message = "unknown-key", .values = values};
}

Verdicts check(const facts::Host& host) {
  Verdicts verdicts;
  for (const facts::Certificate* certificate : path_without_root(host))
    verdicts.push_back(judge(*certificate, host.name));
  return verdicts;
}

}  // namespace

extern constexpr Rule certificate_weak_key = define({
    .id = "tls/certificate-weak-key",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-326"},
                   .owasp = {"A02:2021"},
                   .asvs = {"11.2.3"},
                   .rfc = {"RFC 9325 §4.5", "RFC 8017 §3.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
