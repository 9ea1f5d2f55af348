// A script from a domain that has served malicious code to the sites that embed it.
#include "rules/rule.h"

#include "rules/support/script_host.h"
#include "scanner/base/text.h"

namespace veedor::rules::components {
namespace {

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (html::Element script : page.document().all("script")) {
    const auto source = script.attribute("src");
    if (!source) continue;
    const Result<url::Url> url = page.resolve(trim(*source));
    if (!url || !url->http_or_https() || url->host() == page.url().host()) continue;
    if (!is_compromised(url->host())) {
      verdicts.push_back({.outcome = Outcome::passed, .element = script});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "compromised",
                        .element = script,
                        .values = {{"host", std::string(url->host())}},
                        .cause = "compromised " + std::string(url->host())});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule polyfill_compromised = define({
    .id = "components/polyfill-compromised",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-506", "CWE-829"}, .owasp = {"A08:2021"}, .asvs = {"3.6.1"}},
    .check = check,
});

}  // namespace veedor::rules::components
