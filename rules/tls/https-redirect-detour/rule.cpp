// The redirect from HTTP ends at HTTPS, but its first step does not lead to HTTPS on the same host.
#include "rules/rule.h"

#include "rules/support/redirect_chain.h"
#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

constexpr std::size_t kMaxUrl = 120;

Verdict detour(std::string_view message, const facts::Host& host, const std::vector<url::Url>& chain) {
  return {.outcome = Outcome::failed,
          .message = message,
          .values = {{"host", host.name},
                     {"url", shorten(chain[0].display(), kMaxUrl)},
                     {"next", shorten(chain[1].display(), kMaxUrl)}}};
}

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls) || !host.plain) return {};
  if (host.plain->outcome == facts::Outcome::interrupted) return {};
  const std::vector<url::Url> chain = redirect_chain(*host.plain);
  if (chain.size() < 2 || !chain.back().https() || goes_back_to_http(chain))
    return {};  // https-redirect-missing
  if (!chain[1].https()) return {detour("plain-step", host, chain)};
  // RFC 6797 §8.1: a browser notes the policy only for the host that sent it, and over HTTPS.
  if (chain[1].host() != chain[0].host()) return {detour("other-host", host, chain)};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule https_redirect_detour = define({
    .id = "tls/https-redirect-detour",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-319"},
                   .owasp = {"A02:2021"},
                   .asvs = {"3.4.1"},
                   .rfc = {"RFC 6797 §7.2", "RFC 6797 §8.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
