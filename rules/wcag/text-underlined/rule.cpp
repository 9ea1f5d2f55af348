// Underlined words that are no link: readers click on them in vain.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "rules/support/passages.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

constexpr int kMaxLevels = 12;

// What is underlined by custom, or may be pressed.
constexpr auto kExpected = std::to_array<std::string_view>({
    "a",
    "abbr",
    "acronym",
    "button",
    "del",
    "dfn",
    "ins",
    "label",
    "legend",
    "math",
    "option",
    "summary",
    "svg",
});
static_assert(std::ranges::is_sorted(kExpected));

bool is_underlined(const css::Style& style) {
  return style[css::Property::text_decoration_line].text().find("underline") != std::string_view::npos &&
         !style[css::Property::text_decoration_style].is("dotted") &&
         !style[css::Property::text_decoration_style].is("wavy") &&
         !style[css::Property::cursor].is("pointer");
}

bool may_be_pressed(html::Element element) {
  int level = 0;
  for (html::Element up = element; up && level < kMaxLevels; up = up.parent(), ++level) {
    if (std::ranges::binary_search(kExpected, up.tag()) || up.has("onclick") || up.has("tabindex") ||
        up.has("role"))
      return true;
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  if (page.tree().texts_in_sight().empty()) return {};
  constexpr std::size_t kWord = 4;  // characters
  Verdicts verdicts;
  for (const Passage& passage : passages(page, is_underlined, kWord)) {
    if (may_be_pressed(passage.element)) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "underlined",
                        .element = passage.element,
                        .values = {{"text", shown_beginning(passage)}}});
  }
  if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule text_underlined = define({
    .id = "wcag/text-underlined",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
