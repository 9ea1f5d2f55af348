// Style sheets that show things in another order than the one in which they are read and focused.
#include "rules/rule.h"

#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/inline_script.h"
#include "rules/support/text_extent.h"
#include "rules/support/used_styles.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

using css::Property;
using css::Style;

bool has_text(html::Element element) {
  constexpr int kMaxNodes = 30;
  int seen = 0;
  for (html::Node node = element.first_child_node(); node && seen < kMaxNodes;
       node = node.next_in(element), ++seen) {
    if (node.is_text() && characters(node.text(), 2) > 1) return true;
  }
  return false;
}

bool floats_right(const Style& style) { return style[Property::float_].is("right"); }

// A column: floats of the width of their text are signs and entries at the edge of a bar.
bool is_column(const Style& style) {
  return floats_right(style) && !style[Property::width].is("auto") && !style.not_rendered();
}

bool is_flexible(const Style& style) { return style.display() == "flex" || style.display() == "inline-flex"; }

bool is_reversed(const Style& style) {
  const std::string_view direction = style[Property::flex_direction].text();
  return is_flexible(style) && (direction == "row-reverse" || direction == "column-reverse");
}

bool may_reorder(const Style& style) {
  return is_flexible(style) || style.display() == "grid" || floats_right(style);
}

// The first child with text that comes after another one with text, and is shown before it; null if none.
struct Seen {
  html::Element text;  // the last child with text
  double order = 0;    // its order
};

std::string_view judge_child(html::Element parent, html::Element child, Seen& last,
                             const css::Styles& styles) {
  const Style& style = styles.of(child);
  if (style.not_rendered() || !has_text(child)) return "";
  const Seen before = last;
  last = {.text = child, .order = style[Property::order].number()};
  if (!before.text) return "";
  const Style& around = styles.of(parent);
  if (is_reversed(around)) return "reversed";
  const bool ordered = is_flexible(around) || around.display() == "grid";
  if (ordered && last.order < before.order) return "order";
  if (is_column(style) && is_column(styles.of(before.text))) return "floats";
  // The link in the middle goes to the edge, and the focus jumps there and back.
  const bool jumps = floats_right(styles.of(before.text)) && !floats_right(style) && !ordered &&
                     is_focusable_by_markup(child) && is_focusable_by_markup(before.text) &&
                     before.text != parent.first_child();
  return jumps ? "jump" : "";
}

// The first thing to ask about among the children.
void check_children(const facts::Page& page, html::Element parent, Verdicts& verdicts) {
  const css::Styles& styles = page.styles();
  Seen last;
  std::string_view message;
  for (html::Element child = parent.first_child(); child && message.empty(); child = child.next_sibling())
    message = judge_child(parent, child, last, styles);
  if (message.empty() || !page.tree().is_in_sight(parent)) return;
  verdicts.push_back(
      {.outcome = Outcome::cant_tell,
       .message = message,
       .element = parent,
       .values = {{"element", shown_tag(parent)}, {"text", shown(beginning_of(last.text), 60)}}});
}

Verdicts check(const facts::Page& page) {
  const css::Styles& styles = page.styles();
  Verdicts verdicts;
  bool passed = false;
  std::vector<bool> looked_at(page.document().element_count());  // parents of what floats
  for (html::Element element : page.shared<UsedStyles>().elements_with(may_reorder)) {
    if (!element.in_html_namespace()) continue;
    const Style& style = styles.of(element);
    if (is_flexible(style) || style.display() == "grid") {
      passed = true;
      check_children(page, element, verdicts);
    }
    const html::Element parent = element.parent();
    if (!floats_right(style) || !parent || looked_at[parent.index()]) continue;
    looked_at[parent.index()] = true;
    if (!is_flexible(styles.of(parent)) && styles.of(parent).display() != "grid")
      check_children(page, parent, verdicts);
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule order_changed = define({
    .id = "wcag/order-changed",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.2", "2.4.3"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
