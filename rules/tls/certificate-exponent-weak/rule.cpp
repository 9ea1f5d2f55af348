// The RSA key of the host's certificate, or of an issuer in its path, has a small public exponent.
#include "rules/rule.h"

#include <algorithm>
#include <string_view>

#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

constexpr std::size_t kMaxText = 40;

// FIPS 186-5 §A.1.1 and Baseline Requirements §6.1.6: more than 2^16. In decimal, without leading zeros.
bool is_small(std::string_view exponent) {
  constexpr std::string_view kLeast = "65537";
  return exponent.size() < kLeast.size() || (exponent.size() == kLeast.size() && exponent < kLeast);
}

Verdicts check(const facts::Host& host) {
  Verdicts verdicts;
  for (const facts::Certificate* certificate : path_without_root(host)) {
    const std::string& exponent = certificate->rsa_exponent;
    // With 1, the key is none: certificate-weak-key says so.
    if (certificate->key != facts::KeyKind::rsa || exponent.empty() || exponent == "1") continue;
    if (!std::ranges::all_of(exponent, is_ascii_digit)) continue;
    if (!is_small(exponent)) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "small",
                        .values = {{"host", host.name},
                                   {"certificate", short_name(*certificate)},
                                   {"exponent", shorten(exponent, kMaxText)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule certificate_exponent_weak = define({
    .id = "tls/certificate-exponent-weak",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-326"}, .owasp = {"A02:2021"}, .rfc = {"RFC 8017 §3.1"}},
    .practice = Practice::best_practice,  // 3 and more are allowed
    .check = check,
});

}  // namespace veedor::rules::tls
