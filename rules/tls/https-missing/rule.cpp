// A host that answers plain HTTP has no TLS service.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

// Every version was asked for with a hello, and the answer was always no.
bool refuses_every_version(const facts::Tls& tls) {
  return !tls.versions.empty() && std::ranges::all_of(tls.versions, [](const auto& entry) {
    return entry.second == facts::Support::refused;
  });
}

Verdict verdict(Outcome outcome, std::string_view message, const facts::Host& host) {
  return {.outcome = outcome,
          .message = message,
          .values = {{"host", host.name}, {"port", std::to_string(host.https_port)}}};
}

Verdicts check(const facts::Host& host) {
  if (speaks_tls(host.tls)) return {{Outcome::passed}};
  if (!host.plain || host.plain->status == 0) return {};  // the host as a whole did not answer
  switch (host.tls.outcome) {
    case facts::Outcome::refused:
      return {verdict(Outcome::failed, "closed", host)};
    case facts::Outcome::tls_failed:
    case facts::Outcome::connection_lost:
      if (refuses_every_version(host.tls)) return {verdict(Outcome::failed, "not-tls", host)};
      return {verdict(Outcome::cant_tell, "no-answer", host)};
    case facts::Outcome::unreachable:
    case facts::Outcome::timed_out:  // a firewall's silence, perhaps only towards us
      return {verdict(Outcome::cant_tell, "no-answer", host)};
    default:
      return {};  // it was not asked, or the scanner itself is why there is no answer
  }
}

}  // namespace

extern constexpr Rule https_missing = define({
    .id = "tls/https-missing",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-319"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.2.1"},
                   .rfc = {"RFC 9325 §3.2", "RFC 9110 §17.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
