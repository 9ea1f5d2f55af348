// No CAA record says which authorities may issue certificates for the host.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

using facts::Lookup;

constexpr std::size_t kMaxName = 80;

// RFC 8659 §4.2: without one, every authority may issue.
bool restricts(const facts::Dns& dns) {
  return std::ranges::any_of(dns.caa_records,
                             [](const facts::Caa& record) { return ascii_iequals(record.tag, "issue"); });
}

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  const Values values = {{"host", host.name}, {"domain", shorten(printable(host.dns.caa_domain), kMaxName)}};
  switch (host.dns.caa) {
    case Lookup::found:
      if (restricts(host.dns)) return {{Outcome::passed}};
      return {{.outcome = Outcome::failed, .message = "no-issue", .values = values}};
    case Lookup::absent:
      return {{.outcome = Outcome::failed, .message = "missing", .values = values}};
    case Lookup::failed:
      return {{.outcome = Outcome::cant_tell, .message = "lookup-failed", .values = values}};
    case Lookup::not_tested:
      break;
  }
  return {};
}

}  // namespace

extern constexpr Rule dns_caa_missing = define({
    .id = "tls/dns-caa-missing",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295"}, .owasp = {"A05:2021"}, .rfc = {"RFC 8659 §3", "RFC 8659 §4.2"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
