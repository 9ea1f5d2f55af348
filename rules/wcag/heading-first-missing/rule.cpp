// A page without a heading of the first level, or with no heading at all.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kFewTexts = 12;  // a page of a few lines needs no heading

bool is_first_level(html::Element heading) {
  return trim(heading.attribute_or("aria-level", "")) == "1" ||
         (heading.is("h1") && !heading.has("aria-level"));
}

Verdicts check(const facts::Page& page) {
  if (!is_html_page(page) || page.document().body().is("frameset")) return {};
  const a11y::Tree& tree = page.tree();
  html::Element any;
  for (html::Element heading : tree.with_role("heading")) {
    if (tree.is_excluded(heading)) continue;
    if (is_first_level(heading)) return {{Outcome::passed}};
    if (!any) any = heading;
  }
  if (!any && tree.texts_in_sight().size() < kFewTexts) return {};
  return {{.outcome = Outcome::failed, .message = any ? "no-first" : "none", .element = any}};
}

}  // namespace

extern constexpr Rule heading_first_missing = define({
    .id = "wcag/heading-first-missing",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
