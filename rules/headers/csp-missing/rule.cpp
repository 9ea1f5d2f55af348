// No Content-Security-Policy that a browser enforces.
#include "rules/rule.h"

#include <algorithm>
#include <string_view>

#include "rules/support/csp.h"
#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

// A <meta> below <head> is ignored (HTML Standard §4.2.5.3).
html::Element misplaced_policy(const facts::Page& page) {
  const auto metas = page.document().all("meta");
  const auto found = std::ranges::find_if(metas, [](html::Element meta) {
    return ascii_iequals(meta.attribute_or("http-equiv", ""), "content-security-policy");
  });
  return found == metas.end() ? html::Element() : *found;
}

Verdicts check(const facts::Page& page) {
  if (trim(page.document().source()).empty()) return {};  // an empty answer has nothing to protect
  if (!csp_policies(page).empty()) return {{Outcome::passed}};
  if (page.header("content-security-policy-report-only")) return {{Outcome::failed, "report-only"}};
  if (const html::Element meta = misplaced_policy(page); meta && meta.parent() != page.document().head())
    return {{.outcome = Outcome::failed,
             .message = "meta-misplaced",
             .element = meta,
             .cause = "meta-misplaced"}};
  if (page.header("x-content-security-policy") || page.header("x-webkit-csp"))
    return {{Outcome::failed, "obsolete-name"}};
  return {{Outcome::failed, "missing"}};
}

}  // namespace

extern constexpr Rule csp_missing = define({
    .id = "headers/csp-missing",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-693", "CWE-79"}, .owasp = {"A05:2021"}, .asvs = {"3.4.3"}},
    .check = check,
});

}  // namespace veedor::rules::headers
