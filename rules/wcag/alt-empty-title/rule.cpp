// An image marked as decoration by an empty alt, and described by a title all the same.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element image : page.document().all("img")) {
    const auto alt = image.attribute("alt");
    const std::string_view title = trim(image.attribute_or("title", ""));
    if (!alt || title.empty() || tree.is_excluded(image)) continue;
    const bool empty = trim(*alt).empty();
    const bool different = !empty && phrase_of(*alt) != phrase_of(title);
    if (empty || different) {
      verdicts.push_back({.outcome = empty ? Outcome::failed : Outcome::cant_tell,
                          .message = empty ? "title-only" : "different",
                          .element = image,
                          .values = {{"title", shown(title, 60)}, {"alt", shown(*alt, 60)}}});
    } else if (verdicts.empty()) {
      verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule alt_empty_title = define({
    .id = "wcag/alt-empty-title",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
