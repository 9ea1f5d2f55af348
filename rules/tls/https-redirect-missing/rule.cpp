// A host that has HTTPS serves its pages over plain HTTP as well, or leads visitors back there.
#include "rules/rule.h"

#include "rules/support/redirect_chain.h"
#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

constexpr std::size_t kMaxUrl = 120;

Verdict verdict(Outcome outcome, std::string_view message, const std::vector<url::Url>& chain, int status) {
  return {.outcome = outcome,
          .message = message,
          .values = {{"url", shorten(chain.front().display(), kMaxUrl)},
                     {"last", shorten(chain.back().display(), kMaxUrl)},
                     {"status", std::to_string(status)}}};
}

// Something was served, or a password was asked for, without encryption.
bool serves(int status) { return (status >= 200 && status < 300) || status == 401; }

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};  // https-missing
  if (!host.plain || host.plain->outcome == facts::Outcome::interrupted) return {};
  const facts::Response& plain = *host.plain;
  if (plain.status == 0 && plain.redirects.empty()) return {};  // nothing is served there

  const std::vector<url::Url> chain = redirect_chain(plain);
  if (goes_back_to_http(chain)) return {verdict(Outcome::failed, "downgrade", chain, plain.status)};
  if (chain.back().https()) return {{Outcome::passed}};
  if (serves(plain.status)) {
    const std::string_view message = plain.redirects.empty() ? "no-redirect" : "stays-on-http";
    return {verdict(Outcome::failed, message, chain, plain.status)};
  }
  // Pages of other addresses may well redirect.
  if (plain.status >= 400) return {verdict(Outcome::cant_tell, "error", chain, plain.status)};
  return {verdict(Outcome::cant_tell, "not-followed", chain, plain.status)};
}

}  // namespace

extern constexpr Rule https_redirect_missing = define({
    .id = "tls/https-redirect-missing",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-319"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.2.1"},
                   .rfc = {"RFC 9325 §3.2", "RFC 6797 §7.2"}},
    .check = check,
});

}  // namespace veedor::rules::tls
