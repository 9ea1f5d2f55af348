// Lines of text as wide as the window: far longer than the eye finds its way back from.
#include "rules/rule.h"

#include "rules/support/decimal.h"
#include "rules/support/passages.h"
#include "rules/support/text_extent.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

// WCAG 2.2 SC 1.4.8 asks for 80; only what is more than twice as long is certain without fonts.
constexpr double kCharacters = 170;
constexpr double kAdvance = 0.45;   // em
constexpr std::size_t kLong = 280;  // characters: more than one such line

bool is_any(const css::Style& style) { return !style[css::Property::white_space].is("pre"); }

// How many characters fit into a line in a window of 1280 pixels; 0 where that is not certain.
double line_length(const Passage& passage, const css::Styles& styles) {
  const Room room = room_in(passage.block, styles);
  const double size = styles.of(passage.block).font_size();
  return room.sure && size > 0 ? room.width / (kAdvance * size) : 0;
}

// One verdict for the page: it is one fault of its layout.
Verdicts check(const facts::Page& page) {
  if (page.tree().texts_in_sight().empty()) return {};
  html::Element last;  // around the paragraph before: its neighbours are as wide
  for (const Passage& passage : passages(page, is_any, kLong)) {
    if (passage.block.parent() == last) continue;
    last = passage.block.parent();
    const double length = line_length(passage, page.styles());
    if (length <= kCharacters) continue;
    return {{.outcome = Outcome::failed,
             .message = "long",
             .element = passage.block,
             .values = {{"text", shown_beginning(passage)}, {"count", decimal(length, 0)}}}};
  }
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule text_long_lines = define({
    .id = "wcag/text-long-lines",
    .severity = Severity::info,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.4.8"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
