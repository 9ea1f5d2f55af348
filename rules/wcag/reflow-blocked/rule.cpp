// Running text in a box that stays wider than a small window: each line has to be scrolled.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>

#include "rules/support/content.h"
#include "rules/support/decimal.h"
#include "rules/support/text_extent.h"
#include "rules/support/used_styles.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

using css::Property;
using css::Style;

// WCAG 2.2 SC 1.4.10: a window of 1280 by 1024 at 400 %.
constexpr css::Environment kSmall = {.width = 320, .height = 256};
constexpr double kTooWide = 400;  // px: with a margin, so that scroll bars and borders do not count
constexpr std::size_t kSteps = 20'000;
constexpr std::size_t kMaxFound = 20;

// Whose meaning or use needs two dimensions, or that has no text of its own.
constexpr auto kExempt = std::to_array<std::string_view>({
    "audio", "canvas", "code", "embed", "frameset", "iframe", "img",      "input", "map",   "math", "object",
    "pre",   "select", "svg",  "table", "tbody",    "td",     "textarea", "th",    "thead", "tr",   "video",
});
static_assert(std::ranges::is_sorted(kExempt));

bool is_wide(const Style& style) {
  for (Property property : {Property::width, Property::min_width}) {
    if (style[property].is_length() && style[property].number() > kTooWide) return true;
  }
  return false;
}

// Nothing around it scrolls or cuts it, and no table lays it out.
bool stands_free(html::Element element, const css::Styles& styles) {
  constexpr int kMaxLevels = 64;
  int level = 0;
  for (html::Element up = element; up; up = up.parent()) {
    const Style& style = styles.of(up);
    if (++level > kMaxLevels || style.not_rendered() || !style[Property::transform].is("none") ||
        std::ranges::binary_search(kExempt, up.tag()))
      return false;
    const bool outermost = up.is("body") || up.is("html");
    if (!outermost && !style[Property::overflow_x].is("visible")) return false;
  }
  return true;
}

// Enough text for several lines of its own.
bool has_lines(html::Element element, const css::Styles& styles, std::size_t& steps) {
  const Extent extent = extent_of(element, styles, kAtLeast, steps);
  return extent.seen && extent.height >= 2 * styles.of(element).font_size();
}

double width_of(const Style& style) {
  double width = 0;
  for (Property property : {Property::width, Property::min_width}) {
    if (style[property].is_length()) width = std::max(width, double{style[property].number()});
  }
  return width;
}

bool is_limited(const Style& style) {
  const css::Value& most = style[Property::max_width];
  return !most.is("none") && !(most.is_length() && most.number() > kTooWide);
}

bool blocks_reflow(html::Element element, const css::Styles& styles, std::size_t& steps) {
  const Style& style = styles.of(element);
  const css::Value& position = style[Property::position];
  return is_wide(style) && !is_limited(style) && style.display() != "inline" && !position.is("absolute") &&
         !position.is("fixed") && stands_free(element, styles) && has_lines(element, styles, steps);
}

Verdicts check(const facts::Page& page) {
  if (has_unread_styles(page)) return {};  // a sheet for small windows may be among them
  Verdicts verdicts;
  std::size_t steps = kSteps;
  for (html::Element element : page.shared<UsedStyles>().elements_with(is_wide)) {
    if (verdicts.size() >= kMaxFound) break;
    if (!page.tree().is_in_sight(element) || !blocks_reflow(element, page.styles(), steps)) continue;
    const css::Styles& small = page.styles(kSmall);
    if (!blocks_reflow(element, small, steps)) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back(
        {.outcome = Outcome::failed,
         .message = "wide",
         .element = element,
         .values = {{"element", shown_tag(element)}, {"width", decimal(width_of(small.of(element)), 0)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule reflow_blocked = define({
    .id = "wcag/reflow-blocked",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.4.10"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
