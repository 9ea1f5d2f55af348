// A line height that style="" fixes with !important below 1.5 times the font size, in a text that wraps.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/fixed_spacing.h"
#include "rules/support/style_attribute.h"
#include "rules/support/text_extent.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

constexpr double kPhone =
    320;  // px; where no width is set, the narrowest window of WCAG 2.2 SC 1.4.10 counts
constexpr double kEnough = 1.5 - 1e-4;
constexpr double kNormal = 1.2;

// ACT 78fd32 asks for a soft wrap: no fixed width keeps all of the text on one line.
bool wraps(html::Element element, const css::Styles& styles) {
  const css::Style& style = styles.of(element);
  const css::Value& space = style[css::Property::white_space];
  if (space.is("nowrap") || space.is("pre") || style[css::Property::text_wrap].is("nowrap")) return false;
  const Room room = room_in(element, styles);
  const double width = room.fixed_by ? room.width : std::min(room.width, kPhone);
  constexpr std::size_t kMaxCharacters = 2000;
  return static_cast<double>(own_characters(element, kMaxCharacters)) * kAtLeast.advance * style.font_size() >
         width;
}

Spacing measure(html::Element element, const css::Styles& styles) {
  const css::Style& style = styles.of(element);
  const double ratio = line_height(style, kNormal) / std::max(1e-3, style.font_size());
  return {.enough = ratio >= kEnough, .em = ratio};
}

Verdicts check(const facts::Page& page) {
  return fixed_spacing(page, css::Property::line_height, measure, wraps);
}

}  // namespace

extern constexpr Rule line_height_fixed = define({
    .id = "wcag/line-height-fixed",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.4.12"}, .act = {"78fd32"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
