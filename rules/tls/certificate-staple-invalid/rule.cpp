// The OCSP answer that the server staples to its certificate is of no use.
#include "rules/rule.h"

#include "rules/support/tls_service.h"
#include "scanner/base/time.h"

namespace veedor::rules::tls {
namespace {

using facts::StapleState;

Verdict failed(std::string_view message, const facts::Host& host, Time date) {
  return {.outcome = Outcome::failed,
          .message = message,
          .values = {{"host", host.name}, {"date", iso_date(date)}}};
}

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr) return {};
  const facts::Staple& staple = host.tls.staple;
  switch (staple.state) {
    case StapleState::good:
      return {{Outcome::passed}};
    case StapleState::expired:
      // RFC 6960 §4.2.2.1: without nextUpdate there is always something newer.
      if (staple.next_update == Time{}) return {failed("old", host, staple.this_update)};
      return {failed("expired", host, staple.next_update)};
    case StapleState::unknown:
      return {failed("unknown", host, staple.this_update)};
    case StapleState::invalid:
      return {failed("invalid", host, staple.this_update)};
    case StapleState::none:     // no fault: authorities give OCSP up; or it was not tested
    case StapleState::revoked:  // certificate-revoked says so
      break;
  }
  return {};
}

}  // namespace

extern constexpr Rule certificate_staple_invalid = define({
    .id = "tls/certificate-staple-invalid",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-299"},
                   .owasp = {"A05:2021"},
                   .asvs = {"12.1.4"},
                   .rfc = {"RFC 6960 §3.2", "RFC 6960 §4.2.2.1", "RFC 6066 §8"}},
    .check = check,
});

}  // namespace veedor::rules::tls
