// Empty paragraphs that make space: screen readers stop at each of them.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/table_model.h"

namespace veedor::rules::wcag {
namespace {

// A script may write into it.
bool may_be_filled(html::Element paragraph) {
  for (std::size_t i = 0; i < paragraph.attribute_count(); ++i) {
    const std::string_view name = paragraph.attribute_at(i).name;
    if (name != "style" && name != "align" && name != "dir") return true;
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (html::Element paragraph : page.document().all("p")) {
    if (!is_empty_cell(paragraph)) {
      passed = true;
      continue;
    }
    // </p> without <p> makes one that nobody wrote.
    if (may_be_filled(paragraph) || paragraph.synthetic() || page.tree().is_excluded(paragraph)) continue;
    verdicts.push_back({.outcome = Outcome::failed, .message = "empty", .element = paragraph});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule paragraph_empty = define({
    .id = "wcag/paragraph-empty",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
