// Long passages in italics.
#include "rules/rule.h"

#include "rules/support/passages.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kLong = 200;  // characters: more than a quotation of a line or two

bool is_slanted(const css::Style& style) {
  const std::string_view slant = style[css::Property::font_style].text();
  return slant == "italic" || slant.starts_with("oblique");
}

Verdicts check(const facts::Page& page) { return judge_passages(page, is_slanted, kLong, "italic"); }

}  // namespace

extern constexpr Rule text_italic_long = define({
    .id = "wcag/text-italic-long",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
