// The public exponent of an RSA key is too small to be safe.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  const facts::Certificate* own = own_certificate(host);
  if (own == nullptr || own->key != facts::KeyKind::rsa || own->rsa_exponent.empty()) return {};
  if (own->rsa_exponent == "1")
    return {{.outcome = Outcome::failed, .message = "one", .values = {{"host", host.name}}}};
  // FIPS 186-5 §5.1: above 2^16. By length, then by digits: the text has no leading zeros.
  const std::string& exponent = own->rsa_exponent;
  constexpr std::string_view kLeast = "65537";
  const bool small =
      exponent.size() < kLeast.size() || (exponent.size() == kLeast.size() && exponent < kLeast);
  if (!small) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = "small",
           .values = {{"host", host.name}, {"exponent", exponent}}}};
}

}  // namespace

extern constexpr Rule certificate_exponent_weak = define({
    .id = "tls/certificate-exponent-weak",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-326"}, .owasp = {"A02:2021"}, .rfc = {"RFC 8017 §3.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
