// Links side by side in running text with nothing but white space between them: they look and sound like one.
#include "rules/rule.h"

#include <vector>

#include "rules/support/content.h"
#include "rules/support/link_words.h"
#include "rules/support/page_links.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// In menus and lists the boxes part them; in a flex or grid container its gaps.
bool is_running_text(html::Element block, const css::Styles& styles, MenuSearch& menus) {
  const std::string_view tag = block.tag();
  if (tag == "li" || tag == "ul" || tag == "ol" || tag == "dl" || tag == "nav" || tag == "header" ||
      tag == "footer")
    return false;
  const std::string_view display = styles.of(block).display();
  return (display == "block" || display == "inline" || display == "table-cell") && !menus.is_in_menu(block);
}

bool is_nothing(const css::Value& value) { return value.is("auto") || value.number() == 0; }

// Plain text: no box, no border and no room of its own that would set it apart.
bool is_plain(html::Element link, const a11y::Tree& tree) {
  using css::Property;
  const css::Styles& styles = tree.styles();
  const css::Style& style = styles.of(link);
  if (style.display() != "inline" || tree.role(link) != "link" || link.first_child() ||
      tree.name(link).empty())
    return false;
  for (Property side :
       {Property::margin_left, Property::margin_right, Property::padding_left, Property::padding_right}) {
    if (!is_nothing(style[side])) return false;
  }
  return style[Property::border_left_style].is("none") &&
         style.colour(Property::background_color).alpha == 0 &&
         styles.of(link, css::PseudoElement::before) == nullptr &&
         styles.of(link, css::PseudoElement::after) == nullptr && tree.is_in_sight(link);
}

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_ascii_whitespace(text[i])) continue;
    if (text.substr(i, 2) != "\u00A0") return false;
    ++i;
  }
  return true;
}

bool holds_two(html::Element block) {
  const html::Element first = block.first_child();
  return first && first.next_sibling();
}

// The second of the first two links that only white space parts; null where there are none.
html::Element first_unseparated(html::Element block, const a11y::Tree& tree) {
  html::Element before;
  for (html::Node node = block.first_child_node(); node; node = node.next_sibling()) {
    if (node.is_text()) {
      if (!is_blank(node.text().substr(0, 64))) before = {};
      continue;
    }
    const html::Element element = node.element();
    const bool link = is_plain(element, tree);
    if (link && before) return element;
    before = link ? element : html::Element{};
  }
  return {};
}

Verdicts check(const facts::Page& page) {
  if (has_unread_styles(page)) return {};  // they may part what is side by side here
  const a11y::Tree& tree = page.tree();
  MenuSearch menus(page.document());
  std::vector<bool> seen(page.document().element_count());
  html::Element last;
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    const html::Element block = link.element.parent();
    if (!block || block == last) continue;
    last = block;
    if (passed && !holds_two(block)) continue;  // nothing to say of it that is not said
    if (seen[block.index()]) continue;
    seen[block.index()] = true;
    if (!is_running_text(block, page.styles(), menus)) continue;
    const html::Element second = first_unseparated(block, tree);
    if (!second) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "adjacent",
                        .element = second,
                        .values = {{"text", shown(tree.name(second))}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule links_unseparated = define({
    .id = "wcag/links-unseparated",
    .severity = Severity::info,
    .confidence = Confidence::low,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
