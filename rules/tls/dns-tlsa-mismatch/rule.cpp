// None of the TLSA records fits a certificate that the server shows.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr || host.dns.tlsa != facts::Lookup::found ||
      host.dns.tlsa_records.empty())
    return {};
  const auto fits = [](const facts::Tlsa& record) { return record.matches; };
  if (std::ranges::any_of(host.dns.tlsa_records, fits)) return {{Outcome::passed}};
  // Records of the whole certificate or key, not of its digest, are not compared.
  const auto compared = [](const facts::Tlsa& record) { return record.matching == 1; };
  if (!std::ranges::all_of(host.dns.tlsa_records, compared))
    return {{.outcome = Outcome::cant_tell, .message = "not-compared", .values = {{"host", host.name}}}};
  return {{.outcome = Outcome::failed, .message = "none", .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule dns_tlsa_mismatch = define({
    .id = "tls/dns-tlsa-mismatch",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.cwe = {"CWE-295"}, .owasp = {"A05:2021"}, .rfc = {"RFC 6698 §2.1", "RFC 7671"}},
    .check = check,
});

}  // namespace veedor::rules::tls
