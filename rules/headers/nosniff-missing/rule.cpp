// X-Content-Type-Options does not say nosniff, so a browser may guess what an answer is.
#include "rules/rule.h"

#include <string>

#include "rules/support/header_list.h"
#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

Verdicts check(const facts::Page& page) {
  if (trim(page.document().source()).empty()) return {};  // an empty answer has no content to guess at
  const auto values = list_values(page.response().headers, "x-content-type-options");
  if (values.empty()) return {{Outcome::failed, "missing"}};
  // Fetch Standard, "determine nosniff": the first member decides.
  if (ascii_iequals(values.front(), "nosniff")) return {{Outcome::passed}};
  const std::string value = shorten(printable(values.front()), 80);
  return {{.outcome = Outcome::failed, .message = "invalid", .values = {{"value", value}}}};
}

}  // namespace

extern constexpr Rule nosniff_missing = define({
    .id = "headers/nosniff-missing",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-693", "CWE-430"}, .owasp = {"A05:2021"}, .asvs = {"3.4.4"}},
    .check = check,
});

}  // namespace veedor::rules::headers
