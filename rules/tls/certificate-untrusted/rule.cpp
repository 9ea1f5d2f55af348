// No path leads from the host's certificate to an authority of the trust store.
#include "rules/rule.h"

#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

constexpr std::size_t kMaxText = 120;

// The authority that the chain ends at: the one which would have to be known.
std::string last_issuer(const facts::Host& host) {
  return shorten(printable(path_without_root(host).back()->issuer), kMaxText);
}

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  if (certificate == nullptr) return {};
  switch (host.tls.trust) {
    case facts::Trust::trusted:
      return {{Outcome::passed}};
    case facts::Trust::self_signed:
      return {{.outcome = Outcome::failed, .message = "self-signed", .values = {{"host", host.name}}}};
    case facts::Trust::unknown_issuer:
      return {{.outcome = Outcome::failed,
               .message = "unknown-issuer",
               .values = {{"host", host.name}, {"issuer", last_issuer(host)}}}};
    case facts::Trust::incomplete_chain:  // of certificate-chain-incomplete
      return {};
    case facts::Trust::invalid:
      // Validation fails on these, too, and certificate-not-for-servers and certificate-precertificate say
      // what is to be done.
      if (!certificate->server_auth || certificate->precertificate) return {};
      return {
          {.outcome = Outcome::failed,
           .message = "invalid",
           .values = {{"host", host.name}, {"reason", shorten(printable(host.tls.trust_detail), kMaxText)}}}};
    case facts::Trust::not_tested:
      break;
  }
  return {{.outcome = Outcome::cant_tell, .message = "not-tested", .values = {{"host", host.name}}}};
}

}  // namespace

extern constexpr Rule certificate_untrusted = define({
    .id = "tls/certificate-untrusted",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-295", "CWE-296"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.2.2"},
                   .rfc = {"RFC 5280 §6", "RFC 8446 §4.4.2", "RFC 9110 §4.3.4"}},
    .check = check,
});

}  // namespace veedor::rules::tls
