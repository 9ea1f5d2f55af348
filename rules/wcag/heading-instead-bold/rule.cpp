// A line that looks like a heading, and is none in the code.
#include "rules/rule.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "rules/support/visible_text.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"
#include "scanner/text/words.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kLongest = 70;     // bytes of a heading
constexpr std::size_t kFewestWords = 8;  // of the paragraph that follows it
constexpr double kLarger = 1.25;         // than the text that follows
constexpr double kBold = 600;

std::vector<html::Element> blocks_in_order(const html::Document& document) {
  const auto paragraphs = document.all("p");
  const auto boxes = document.all("div");
  std::vector<html::Element> blocks;
  blocks.reserve(paragraphs.size() + boxes.size());
  std::ranges::merge(paragraphs, boxes, std::back_inserter(blocks), {}, &html::Element::index,
                     &html::Element::index);
  return blocks;
}

// Within these a large line is something else: a control, an entry, a cell, a quotation.
bool is_elsewhere(html::Element element, const a11y::Tree& tree) {
  int level = 0;
  for (html::Element up = element; up && level < 30; up = up.parent(), ++level) {
    for (std::string_view tag : {"nav", "header", "footer", "li", "table", "dl", "figure", "blockquote",
                                 "form", "a", "button", "label", "aside", "summary"}) {
      if (up.is(tag)) return true;
    }
    if (up.has("role") && tree.role(up) != "" && tree.role(up) != "main") return true;
  }
  return false;
}

// All of its text is of one style: that of this element.
html::Element only_styled(html::Element block) {
  html::Element inner = block;
  for (int level = 0; level < 4; ++level) {
    html::Element child = inner.first_child();
    if (!child || child.next_sibling()) return child ? html::Element() : inner;
    for (html::Node node = inner.first_child_node(); node; node = node.next_sibling()) {
      if (node.is_text() && !trim(node.text()).empty()) return {};
    }
    inner = child;
  }
  return {};
}

bool ends_a_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with(',') || text.ends_with(';') || text.ends_with(':') ||
         text.ends_with('!') || text.ends_with('?');
}

bool looks_like_heading(html::Element block, html::Element next, const facts::Page& page) {
  const html::Element styled = only_styled(block);
  if (!styled) return false;
  const css::Style& style = page.styles().of(styled);
  const css::Style& body = page.styles().of(next);
  const bool larger = style.font_size() >= kLarger * body.font_size();
  const bool bolder = style.font_weight() >= kBold && body.font_weight() < kBold;
  if (!larger || !bolder) return false;
  const std::string text = collapse_whitespace(visible_text(block, page.tree()));
  return text.size() >= 3 && text.size() <= kLongest && !ends_a_sentence(text) &&
         !text::words_of(text).empty() &&
         text::words_of(visible_text(next, page.tree())).size() >= kFewestWords;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  const a11y::Tree& tree = page.tree();
  for (html::Element before : blocks_in_order(page.document())) {
    const html::Element paragraph = before.next_sibling();
    if (!paragraph.is("p")) continue;
    const bool heading = looks_like_heading(before, paragraph, page) && !is_elsewhere(before, tree);
    if ((!heading && passed) || tree.is_excluded(before) || tree.is_excluded(paragraph)) continue;
    if (!heading) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "looks-like-heading",
                        .element = before,
                        .values = {{"text", shown(before.text(), 60)}}});
  }
  if (passed && verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule heading_instead_bold = define({
    .id = "wcag/heading-instead-bold",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
