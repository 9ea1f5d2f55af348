// Word spacing that style="" fixes with !important below 0.16 times the font size.
#include "rules/rule.h"

#include "rules/support/fixed_spacing.h"

namespace veedor::rules::wcag {
namespace {

// WCAG 2.2 SC 1.4.12.
Spacing measure(html::Element element, const css::Styles& styles) {
  return spacing_of(styles.of(element), css::Property::word_spacing, 0.16);
}

Verdicts check(const facts::Page& page) { return fixed_spacing(page, css::Property::word_spacing, measure); }

}  // namespace

extern constexpr Rule word_spacing_fixed = define({
    .id = "wcag/word-spacing-fixed",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.4.12"}, .act = {"9e45ec"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
