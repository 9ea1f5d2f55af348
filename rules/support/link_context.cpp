#include "rules/support/link_context.h"

#include <string>
#include <string_view>

#include "rules/support/link_words.h"
#include "rules/support/plain_words.h"

namespace veedor::rules {
namespace {

constexpr int kMaxLevels = 24;      // of elements around the link
constexpr int kMaxNodes = 120;      // read in one of them
constexpr std::size_t kEnough = 8;  // letters: shorter texts are a separator, a number, a conjunction

bool is_heading(html::Element element) {
  const std::string_view tag = element.tag();
  return (tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6') ||
         element.attribute_or("role", "") == "heading";
}

// Tells of something: long enough, and not itself one of the vague texts.
bool has_substance(std::string_view text) {
  const std::string words = plain_words(text);
  return words.size() >= kEnough ? vagueness(words) == Vagueness::none
                                 : words.size() >= 3 && vagueness(words) == Vagueness::none;
}

// The texts in `root` that are in no link.
bool explains(html::Element root, const a11y::Tree& tree) {
  std::string text;
  int seen = 0;
  html::Node node = root.first_child_node();
  while (node && seen++ < kMaxNodes) {
    const html::Element element = node.element();
    if (element && (tree.role(element) == "link" || tree.is_excluded(element))) {
      node = node.next_in_skipping_children(root);
      continue;
    }
    if (node.is_text()) text += node.text().substr(0, 400);
    if (element && element.is("img")) text.append(" ").append(tree.name(element));
    node = node.next_in(root);
  }
  return has_substance(text) || (node && seen >= kMaxNodes);
}

// The run of inline content that the link is part of, where no <p> holds it.
bool sentence_explains(html::Element link, const a11y::Tree& tree) {
  html::Element block = link;
  for (int depth = 0; depth < kMaxLevels && block.parent(); ++depth) {
    block = block.parent();
    const std::string_view display = tree.styles().of(block).display();
    if (!display.starts_with("inline") && display != "contents") break;
  }
  std::string text;
  int seen = 0;
  html::Node node = block.first_child_node();
  while (node && seen++ < kMaxNodes) {
    const html::Element element = node.element();
    const bool skipped = element && (tree.role(element) == "link" || tree.is_excluded(element) ||
                                     !tree.styles().of(element).display().starts_with("inline"));
    if (node.is_text()) text += node.text().substr(0, 400);
    node = skipped ? node.next_in_skipping_children(block) : node.next_in(block);
  }
  return has_substance(text);
}

// ACT: the header cells of the cell. A header of the column is the same for every row, so it tells nothing of
// this one where the row has other words.
LinkContext context_in_row(html::Element cell, const a11y::Tree& tree) {
  const html::Element row = cell.parent();
  bool other_words = false;
  int seen = 0;
  for (html::Element other = row.first_child(); other && seen < kMaxNodes;
       other = other.next_sibling(), ++seen) {
    if (other == cell || !explains(other, tree)) continue;
    if (other.is("th") || other.attribute_or("role", "") == "rowheader") return LinkContext::explained;
    other_words = true;
  }
  if (cell.has("headers")) return LinkContext::explained;
  if (other_words) return LinkContext::column_only;
  const html::Element table = cell.ancestor("table");
  seen = 0;
  for (html::Element other = table.first_child(); other && seen < kMaxNodes;
       other = other.next_in(table), ++seen) {
    if (other.is("th") && explains(other, tree)) return LinkContext::explained;
  }
  return LinkContext::none;
}

bool holds_paragraph(html::Element element, const a11y::Tree& tree) {
  return element.is("p") || element.is("li") || element.is("dd") || element.is("figcaption") ||
         element.is("label") || element.is("caption") || tree.role(element) == "paragraph" ||
         tree.role(element) == "listitem";
}

// A heading among the children of what holds the link: the pattern of news and cards.
bool has_heading(html::Element element, const a11y::Tree& tree) {
  int seen = 0;
  for (html::Element inner = element.next_in(element); inner && seen < kMaxNodes;
       inner = inner.next_in(element), ++seen) {
    if (is_heading(inner) && explains(inner, tree)) return true;
  }
  return false;
}

}  // namespace

LinkContext link_context(html::Element link, const a11y::Tree& tree) {
  if (has_substance(tree.description(link))) return LinkContext::explained;
  if (sentence_explains(link, tree)) return LinkContext::explained;
  int depth = 0;
  bool heading = false;
  for (html::Element up = link.parent(); up && !up.is("body") && !up.is("main") && depth < kMaxLevels;
       up = up.parent(), ++depth) {
    if (is_heading(up) && explains(up, tree)) return LinkContext::explained;
    if (holds_paragraph(up, tree) && explains(up, tree)) return LinkContext::explained;
    if (up.is("td") || up.is("th")) {
      if (explains(up, tree)) return LinkContext::explained;
      return context_in_row(up, tree);
    }
    if (depth < 4 && !heading) heading = has_heading(up, tree);
  }
  return heading ? LinkContext::heading : LinkContext::none;
}

}  // namespace veedor::rules
