// A script from a domain that has served malicious code to the sites that embed it.
#include "rules/rule.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"

namespace veedor::rules::components {
namespace {

// Of the operator that bought polyfill.io in 2024 and changed the scripts that it delivered, and of its other
// services.
constexpr std::array<std::string_view, 12> kDomains = {
    "polyfill.io",    "polyfill.com",   "polyfill.site", "polyfillcache.com", "bootcdn.net", "bootcss.com",
    "staticfile.net", "staticfile.org", "unionadjs.com", "xhsbpza.com",       "macoms.la",   "newcrbpc.com"};

bool is_compromised(std::string_view host) {
  return std::ranges::any_of(kDomains, [&](std::string_view domain) {
    if (!host.ends_with(domain)) return false;
    return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
  });
}

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
