// Small targets beside each other: a finger hits the wrong one.
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

constexpr double kEnough = 24;  // px, WCAG 2.2 SC 2.5.8
constexpr double kBetween = 5;  // px: a space between boxes that stand in a line

struct Box {
  double width = 0;
  double height = 0;
};

double edge(const Style& style, Property padding, Property border, Property line) {
  const double width = style[line].is("none") ? 0 : style[border].number();
  return std::max(0.0F, style[padding].number()) + width;
}

// Of a box whose width and height are lengths, with padding and border; of others none is known.
bool measure(const Style& style, Box& box) {
  if (!style[Property::width].is_length() || !style[Property::height].is_length() ||
      style.display() == "inline")
    return false;
  box = {.width = style[Property::width].number(), .height = style[Property::height].number()};
  if (style[Property::min_width].is_length())
    box.width = std::max(box.width, double{style[Property::min_width].number()});
  if (style[Property::min_height].is_length())
    box.height = std::max(box.height, double{style[Property::min_height].number()});
  if (!style[Property::box_sizing].is("border-box")) {
    box.width +=
        edge(style, Property::padding_left, Property::border_left_width, Property::border_left_style) +
        edge(style, Property::padding_right, Property::border_right_width, Property::border_right_style);
    box.height += vertical_edges(style);
  }
  return true;
}

bool is_measurable(const Style& style) {
  Box box;
  return measure(style, box);
}

bool is_target(html::Element element, const a11y::Tree& tree) {
  return (element.is("a") || element.is("button")) && tree.is_tabbable(element) && tree.is_in_sight(element);
}

// The target that stands right behind it in the same line, by itself or as the only thing in the next item.
html::Element next_target(html::Element element, const a11y::Tree& tree) {
  html::Element next = element.next_sibling();
  if (!next && element.parent().is("li") && element.parent().first_child() == element &&
      element.parent().next_sibling())
    next = element.parent().next_sibling().first_child();
  return next && is_target(next, tree) ? next : html::Element();
}

double margin(const Style& style, Property side) {
  return style[side].is_length() ? style[side].number() : 0;
}

// The gap of the flexible box that they stand in.
double gap(html::Element element, const css::Styles& styles) {
  const css::Value& value = styles.of(element.parent())[Property::column_gap];
  return value.is_length() ? value.number() : 0;
}

// From centre to centre: the spacing exception wants circles of 24 px that do not touch.
double distance(html::Element one, html::Element other, const css::Styles& styles, const Box& first,
                const Box& second) {
  double between = margin(styles.of(one), Property::margin_right) +
                   margin(styles.of(other), Property::margin_left) + gap(one, styles) + kBetween;
  for (html::Element element : {one, other}) {
    const html::Element item = element.parent();
    if (!item.is("li")) continue;
    const Style& style = styles.of(item);
    between +=
        margin(style, element == one ? Property::margin_right : Property::margin_left) +
        std::max(0.0F, style[element == one ? Property::padding_right : Property::padding_left].number()) +
        gap(item, styles);
  }
  return first.width / 2 + between + second.width / 2;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  const css::Styles& styles = page.styles();
  if (page.shared<UsedStyles>().asked(is_measurable).empty()) return {};
  Verdicts verdicts;
  bool passed = false;
  for (std::string_view tag : {"a", "button"}) {
    for (html::Element element : page.document().all(tag)) {
      Box box;
      if (!measure(styles.of(element), box) || !is_target(element, tree)) continue;
      const html::Element next = next_target(element, tree);
      Box other;
      if (!next || !measure(styles.of(next), other)) continue;
      const bool small = std::max(box.width, other.width) < kEnough &&
                         std::min(box.height, other.height) < kEnough &&
                         distance(element, next, styles, box, other) < kEnough;
      if (!small) {
        passed = true;
        continue;
      }
      verdicts.push_back({.outcome = Outcome::cant_tell,
                          .message = "small",
                          .element = element,
                          .values = {{"element", shown_tag(element)}, {"other", shown_tag(next)}}});
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule target_small = define({
    .id = "wcag/target-small",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"2.5.8"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
