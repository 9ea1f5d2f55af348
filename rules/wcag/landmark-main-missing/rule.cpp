// A page without a main landmark, or with several.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kFewTexts = 30;  // a page of a few lines has no parts

Verdicts check(const facts::Page& page) {
  if (!is_html_page(page) || page.document().body().is("frameset")) return {};
  const a11y::Tree& tree = page.tree();
  html::Element second;
  int found = 0;
  for (html::Element main : tree.with_role("main")) {
    if (tree.is_excluded(main)) continue;
    if (++found == 2) second = main;
  }
  if (second)
    return {{.outcome = Outcome::failed,
             .message = "several",
             .element = second,
             .values = {{"count", std::to_string(found)}}}};
  if (found == 1) return {{Outcome::passed}};
  if (tree.texts_in_sight().size() < kFewTexts) return {};
  return {{.outcome = Outcome::failed, .message = "none"}};
}

}  // namespace

extern constexpr Rule landmark_main_missing = define({
    .id = "wcag/landmark-main-missing",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
