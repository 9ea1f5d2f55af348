// Text that moves or blinks by itself: <marquee> and <blink>.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "rules/support/text_extent.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool stands_still(html::Element marquee) { return trim(marquee.attribute_or("scrollamount", "")) == "0"; }

// WCAG 2.2 SC 2.2.2; its techniques F16 and F47 name the elements.
Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (std::string_view tag : {"marquee", "blink"}) {
    for (html::Element element : page.document().all(tag)) {
      if (tree.is_hidden(element)) continue;
      if (stands_still(element)) {
        verdicts.push_back({Outcome::passed});
        continue;
      }
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = tag,
                          .element = element,
                          .values = {{"text", shown(beginning_of(element), 60)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule text_moving = define({
    .id = "wcag/text-moving",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"2.2.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
