// A box that scrolls, but not with the keyboard: neither it nor anything in it takes focus.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/content.h"
#include "rules/support/text_extent.h"
#include "rules/support/used_styles.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

using css::Property;
using css::Style;

constexpr std::size_t kSteps = 100'000;  // nodes looked at on one page

bool scrolls(const css::Value& overflow) { return overflow.is("auto") || overflow.is("scroll"); }

bool scrolls_its_content(const Style& style) {
  const std::string_view display = style.display();
  return (scrolls(style[Property::overflow_x]) || scrolls(style[Property::overflow_y])) &&
         display != "inline" && display != "none" && display != "contents" && !display.starts_with("table");
}

bool can_scroll(html::Element element) {
  return element.in_html_namespace() && !element.is("body") && !element.is("html") &&
         !element.is("textarea") && !element.is("select") && !element.is("iframe");
}

// ACT 0ssw9k: further than the padding, since some browsers scroll the content box only.
bool has_more_below(html::Element box, const css::Styles& styles, const Extent& extent) {
  const Style& style = styles.of(box);
  const double height = fixed_content_height(style);
  if (!scrolls(style[Property::overflow_y]) || height < 0) return false;
  const double padding =
      std::max(style[Property::padding_top].number(), style[Property::padding_bottom].number());
  return extent.height - height > padding + 1;
}

bool has_more_aside(html::Element box, const css::Styles& styles, const Extent& extent) {
  const Style& style = styles.of(box);
  if (!scrolls(style[Property::overflow_x]) || extent.unbroken <= 0) return false;
  const double padding =
      std::max(style[Property::padding_left].number(), style[Property::padding_right].number());
  return extent.unbroken - room_in(box, styles).width > padding + 1;
}

// Something in it takes the Tab key; where it would be too long to look for, that is taken for granted.
bool holds_tab_stop(html::Element box, const a11y::Tree& tree, std::size_t& steps) {
  for (html::Element inner = box.next_in(box); inner; inner = inner.next_in(box)) {
    if (steps == 0 || tree.is_tabbable(inner)) return true;
    --steps;
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  const css::Styles& styles = page.styles();
  std::size_t steps = kSteps;
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : page.shared<UsedStyles>().elements_with(scrolls_its_content)) {
    if (!can_scroll(element) || !tree.is_in_sight(element)) continue;
    const Extent extent = extent_of(element, styles, kAtLeast, steps);
    const bool below = has_more_below(element, styles, extent);
    if (!below && !has_more_aside(element, styles, extent)) continue;
    if (tree.is_tabbable(element) || holds_tab_stop(element, tree, steps)) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = below ? "below" : "aside",
                        .element = element,
                        .values = {{"area", shown_tag(element)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule scroll_area_unreachable = define({
    .id = "wcag/scroll-area-unreachable",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"2.1.1"}, .act = {"0ssw9k"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
