// Another certificate that the server shows has the same key.
#include "rules/rule.h"

#include <string>

#include "rules/support/other_chains.h"
#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

constexpr std::size_t kMaxAddress = 60;

std::string_view message_of(const facts::OtherChain& other) {
  if (!key_kind_asked(other).empty()) return "by-kind";
  return seen_at_address(other) ? "at-address" : "without-name";
}

Verdicts check(const facts::Host& host) {
  const facts::Certificate* own = own_certificate(host);
  if (own == nullptr || own->key_sha256.empty()) return {};
  Verdicts verdicts;
  for (const facts::OtherChain& other : host.tls.other_chains) {
    const facts::Certificate* certificate = other_certificate(other, host.tls);
    if (certificate == nullptr || certificate->key_sha256.empty()) continue;
    if (certificate->key_sha256 != own->key_sha256) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = message_of(other),
                        .values = {{"host", host.name},
                                   {"certificate", short_name(*certificate)},
                                   {"date", iso_date(certificate->not_before)},
                                   {"kind", std::string(key_kind_asked(other))},
                                   {"address", shorten(printable(other.seen_by), kMaxAddress)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule certificate_key_reused = define({
    .id = "tls/certificate-key-reused",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-323"}, .owasp = {"A02:2021"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
