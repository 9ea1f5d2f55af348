// A script from a delivery network without an exact version: what runs tomorrow is not what was checked
// today.
#include "rules/rule.h"

#include <string>

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
    if (!url) continue;
    if (!is_delivery_network(url->host())) continue;
    const auto moving = moving_version(*url);
    // Subresource Integrity §3.3: a browser refuses a file that is not the one that was checked
    const bool pinned = !trim(script.attribute_or("integrity", "")).empty();
    if (!moving || pinned) {
      verdicts.push_back({.outcome = Outcome::passed, .element = script});
    } else {
      verdicts.push_back(
          {.outcome = Outcome::failed,
           .message = "moving",
           .element = script,
           .values = {{"package", shorten(printable(*moving), 80)}, {"host", std::string(url->host())}},
           .cause = "moving " + *moving});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule script_moving_version = define({
    .id = "components/script-moving-version",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-829", "CWE-494"}, .owasp = {"A08:2021"}, .asvs = {"3.6.1"}},
    .check = check,
});

}  // namespace veedor::rules::components
