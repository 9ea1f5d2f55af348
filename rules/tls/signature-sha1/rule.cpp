// The server signs its part of the key exchange with SHA-1 or MD5.
#include "rules/rule.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/support/tls_service.h"
#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  // TLS 1.3 has no such signatures, and older versions than 1.2 no others: protocol-obsolete speaks of those.
  const std::vector<std::uint16_t>& schemes = host.tls.key_exchange.signature_schemes;
  std::vector<std::string_view> weak;
  for (const std::uint16_t code : schemes) {
    const std::string_view name = facts::signature_scheme_name(code);
    if (name.ends_with("_sha1") || name.ends_with("_md5")) weak.push_back(name);
  }
  if (schemes.empty()) return {};
  if (weak.empty()) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = weak.size() == schemes.size() ? "only" : "used",
           .values = {{"host", host.name}, {"schemes", list_names(weak)}}}};
}

}  // namespace

extern constexpr Rule signature_sha1 = define({
    .id = "tls/signature-sha1",
    .severity = Severity::minor,  // today's browsers no longer ask for it
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-328"}, .owasp = {"A02:2021"}, .asvs = {"11.4.1"}, .rfc = {"RFC 9155"}},
    .check = check,
});

}  // namespace veedor::rules::tls
