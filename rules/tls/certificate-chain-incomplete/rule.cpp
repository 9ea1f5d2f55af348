// The server leaves out the intermediate certificate that leads from its own to a known authority.
#include "rules/rule.h"

#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

constexpr std::size_t kMaxText = 120;

Verdicts check(const facts::Host& host) {
  if (own_certificate(host) == nullptr) return {};
  switch (host.tls.trust) {
    case facts::Trust::trusted:
      return {{Outcome::passed}};
    case facts::Trust::incomplete_chain:
      break;
    default:  // certificate-untrusted says so
      return {};
  }
  const std::string issuer = shorten(printable(path_without_root(host).back()->issuer), kMaxText);
  return {{.outcome = Outcome::failed,
           .message = "missing",
           .values = {{"host", host.name}, {"issuer", issuer}}}};
}

}  // namespace

extern constexpr Rule certificate_chain_incomplete = define({
    .id = "tls/certificate-chain-incomplete",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-296"},
                   .owasp = {"A05:2021"},
                   .asvs = {"12.2.2"},
                   .rfc = {"RFC 5246 §7.4.2", "RFC 8446 §4.4.2", "RFC 5280 §6"}},
    .check = check,
});

}  // namespace veedor::rules::tls
