// The text inside an element (accname 2F): its children as they are rendered, what style sheets generate
// around them, and what it owns.
#include <algorithm>
#include <array>

#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/generated_text.h"
#include "scanner/a11y/text_alternative.h"

namespace veedor::a11y {
namespace {

constexpr std::size_t kMaxText = 16'384;  // bytes of one name before white space is collapsed

// Inline as the default style sheet has it: for what is not displayed itself, though it is read.
bool is_inline_by_default(html::Element element) {
  static constexpr auto kBlocks = std::to_array<std::string_view>(
      {"address", "article",  "aside",  "blockquote", "caption", "center",   "dd",         "details",
       "dialog",  "dir",      "div",    "dl",         "dt",      "fieldset", "figcaption", "figure",
       "footer",  "form",     "h1",     "h2",         "h3",      "h4",       "h5",         "h6",
       "header",  "hgroup",   "hr",     "legend",     "li",      "main",     "menu",       "nav",
       "ol",      "optgroup", "option", "p",          "pre",     "search",   "section",    "summary",
       "table",   "tbody",    "td",     "tfoot",      "th",      "thead",    "tr",         "ul"});
  static_assert(std::is_sorted(kBlocks.begin(), kBlocks.end()));
  return !std::binary_search(kBlocks.begin(), kBlocks.end(), element.tag());
}

bool runs_on(std::string_view display) {
  return display == "inline" || display == "contents" || display == "ruby";
}

}  // namespace

// accname 2F.i and what browsers do: blocks, cells, inline blocks and images are set apart by spaces, inline
// text runs on.
bool TextAlternative::is_set_apart(html::Element element) {
  if (is_atomic(element)) return true;
  if (!element.in_html_namespace()) return false;
  const std::string_view display = state_.styles.of(element).display();
  return display == "none" ? !is_inline_by_default(element) : !runs_on(display);
}

bool TextAlternative::counts(html::Element child, Mode mode) {
  if (is_never_content(child)) return false;
  if (mode.show_hidden) return true;
  if (!state_.rendering(child).rendered || says_aria_hidden(child)) return false;
  // visibility:hidden silences texts; what has none is silent itself.
  return state_.rendering(child).visible || child.first_child_node() || child.shadow_root();
}

void TextAlternative::append_child(std::string& out, html::Element child, Mode mode) {
  if (child.is("br") && child.in_html_namespace()) {
    out += ' ';
    return;
  }
  if (!counts(child, mode)) return;
  const std::string_view space = is_set_apart(child) ? " " : "";
  out.append(space).append(text(child, Arrival::content, mode)).append(space);
}

// accname 2F.ii: joined to the text without a space, unless it is displayed as a block.
void TextAlternative::append_generated(std::string& out, html::Element node, css::PseudoElement pseudo,
                                       Mode mode) {
  const css::Style* const style = state_.styles.of(node, pseudo);
  if (style == nullptr || style->not_rendered() || !state_.rendering(node).rendered) return;
  if (!style->visible() && !mode.show_hidden) return;
  const std::string_view space = runs_on(style->display()) ? "" : " ";
  out.append(space).append(generated_text((*style)[css::Property::content].text(), node)).append(space);
}

std::string TextAlternative::content(html::Element node, Mode mode) {
  std::string out;
  append_generated(out, node, css::PseudoElement::before, mode);
  const Rendering& rendering = state_.rendering(node);
  const bool seen = rendering.visible && rendering.shows_children && !is_closed_details(node);
  const bool silent = !mode.show_hidden && !seen;
  for (html::Node child = state_.flat.first_child(node); child && out.size() <= kMaxText;
       child = state_.flat.next_sibling(child)) {
    if (child.is_text()) {
      if (!silent) out += child.text().substr(0, kMaxText);
    } else if (!state_.is_owned(child.element())) {
      append_child(out, child.element(), mode);
    }
  }
  for (html::Element owned : state_.owned(node)) {
    if (out.size() > kMaxText) break;
    out += ' ';
    append_child(out, owned, mode);
  }
  append_generated(out, node, css::PseudoElement::after, mode);
  return out;
}

}  // namespace veedor::a11y
