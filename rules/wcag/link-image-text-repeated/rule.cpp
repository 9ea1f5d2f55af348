// An image whose alternative text repeats the words beside it in the same link: everything is said twice.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/plain_words.h"

namespace veedor::rules::wcag {
namespace {

html::Element link_around(html::Element image, const a11y::Tree& tree) {
  constexpr int kMaxLevels = 8;
  html::Element up = image.parent();
  for (int depth = 0; up && depth < kMaxLevels; up = up.parent(), ++depth) {
    if (tree.role(up) == "link") return up;
  }
  return {};
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element image : page.document().all("img")) {
    const std::string alt = plain_words(image.attribute_or("alt", ""));
    if (alt.empty()) continue;
    const html::Element link = link_around(image, tree);
    if (!link || tree.is_excluded(image) || link.has("aria-label") || link.has("aria-labelledby")) continue;
    if (plain_words(bounded_text(link)) != alt) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "twice",
                        .element = image,
                        .values = {{"text", shown(image.attribute_or("alt", ""))}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_image_text_repeated = define({
    .id = "wcag/link-image-text-repeated",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
