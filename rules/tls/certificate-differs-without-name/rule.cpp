// A client that does not say which site it wants (SNI) gets the certificate of another.
#include "rules/rule.h"

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdict judge(const facts::OtherChain& other, const facts::Host& host) {
  const facts::Certificate& shown = other.chain.front();
  if (other.name_matches || same_certificate(shown, host.tls.chain.front())) return {Outcome::passed};
  if (shown.names.empty()) {
    return {.outcome = Outcome::failed,
            .message = "nameless",
            .values = {{"host", host.name}, {"certificate", short_name(shown)}}};
  }
  return {.outcome = Outcome::failed,
          .message = "other-names",
          .values = {{"host", host.name}, {"names", listed_names(shown.names)}}};
}

Verdicts check(const facts::Host& host) {
  // Where the name asked for gets a wrong certificate as well, certificate-name-mismatch says so.
  if (own_certificate(host) == nullptr || !host.tls.name_matches) return {};
  Verdicts verdicts;
  for (const facts::OtherChain& other : host.tls.other_chains) {
    if (other.seen_by == "no_server_name" && !other.chain.empty()) verdicts.push_back(judge(other, host));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule certificate_differs_without_name = define({
    .id = "tls/certificate-differs-without-name",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.owasp = {"A05:2021"}, .rfc = {"RFC 6066 §3"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
