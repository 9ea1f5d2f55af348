// The OCSP response that the server staples is of no use.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  using facts::StapleState;
  if (own_certificate(host) == nullptr) return {};
  const auto failed = [&host](std::string_view message) -> Verdicts {
    return {{.outcome = Outcome::failed, .message = message, .values = {{"host", host.name}}}};
  };
  switch (host.tls.staple.state) {
    case StapleState::expired:
      return failed("expired");
    case StapleState::unknown:
      return failed("unknown");
    case StapleState::invalid:
      return failed("invalid");
    case StapleState::good:
    case StapleState::revoked:  // that is another rule's
      return {{Outcome::passed}};
    case StapleState::none:
      break;
  }
  return {};
}

}  // namespace

extern constexpr Rule certificate_staple_invalid = define({
    .id = "tls/certificate-staple-invalid",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-299"}, .owasp = {"A02:2021"}, .rfc = {"RFC 6960 §3.2", "RFC 6066 §8"}},
    .check = check,
});

}  // namespace veedor::rules::tls
