#include "scanner/facts/text_blocks.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "scanner/base/hash.h"
#include "scanner/base/text.h"

namespace veedor::facts {
namespace {

constexpr std::size_t kMaxStyle = 512;  // bytes of style="" that are looked at

// HTML Standard §15.3: everything else begins a box of its own, or is treated so here.
constexpr auto kInline = std::to_array<std::string_view>({
    "a",    "abbr",  "acronym", "b",      "bdi",    "bdo", "big",   "cite", "code",    "data", "del",  "dfn",
    "em",   "font",  "i",       "img",    "ins",    "kbd", "label", "mark", "picture", "q",    "ruby", "s",
    "samp", "small", "span",    "strike", "strong", "sub", "sup",   "time", "tt",      "u",    "var",  "wbr",
});
static_assert(std::ranges::is_sorted(kInline));

constexpr auto kSkipped = std::to_array<std::string_view>({
    "datalist",
    "head",
    "noscript",
    "script",
    "style",
    "svg",
    "template",
    "title",
});
static_assert(std::ranges::is_sorted(kSkipped));

constexpr std::uint64_t kHeading = fnv1a("heading");

bool is_heading(html::Element element) {
  const std::string_view tag = element.tag();
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

bool is_hidden_by_markup(html::Element element) {
  if (element.has("hidden")) return true;
  const auto style = element.attribute("style");
  if (!style) return false;
  const std::string text = ascii_lower(style->substr(0, kMaxStyle));
  const std::size_t at = text.find("display");
  if (at == std::string::npos) return false;
  std::string_view value = trim(std::string_view(text).substr(at + 7));
  if (!value.starts_with(':')) return false;
  value = trim(value.substr(1));
  return value.starts_with("none");
}

bool is_skipped(html::Element element) {
  return std::ranges::binary_search(kSkipped, element.tag()) || is_hidden_by_markup(element);
}

// What stands for an element that has no text of its own.
std::string replacement(html::Element element) {
  if (element.is("img"))
    return std::string(element.has("alt") ? element.attribute_or("alt", "")
                                          : element.attribute_or("src", ""));
  if (element.is("input") && !ascii_iequals(element.attribute_or("type", ""), "hidden")) {
    return "input " + std::string(element.attribute_or("name", "").substr(0, 100));
  }
  if (element.is("video") || element.is("audio") || element.is("iframe") || element.is("canvas"))
    return std::string(element.tag());
  return "";
}

class Gatherer {
 public:
  // In lower case, white space (ASCII and U+00A0) collapsed.
  void add(html::Element element, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      const bool no_break = c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
      if (no_break || is_ascii_whitespace(c)) {
        space_ = !text_.empty();
        if (no_break) ++i;
        continue;
      }
      if (text_.size() >= kMaxBlockText) return;
      if (text_.empty()) {
        first_ = element;
        behind_ = entered_;
      }
      if (std::exchange(space_, false)) text_ += ' ';
      text_ += ascii_lower(c);
      says_something_ = says_something_ || is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
    }
  }

  void enter(html::Element element) { entered_ = std::max(entered_, element.index()); }

  // `heading`: the block that ends stands in one. A heading is no repetition of the link that leads to it.
  void end_block(bool heading) {
    if (says_something_) {
      const std::uint64_t hash = fnv1a(text_, heading ? kHeading : kFnvOffset);
      blocks_.push_back({.element = first_, .behind = behind_, .hash = hash, .text = text_});
    }
    text_.clear();
    space_ = says_something_ = false;
  }

  bool full() const { return blocks_.size() >= kMaxTextBlocks; }
  std::vector<TextBlock> blocks() && { return std::move(blocks_); }

 private:
  html::Element first_;
  std::size_t behind_ = 0;
  std::size_t entered_ = 0;
  std::string text_;
  bool space_ = false;  // white space follows the text
  bool says_something_ = false;
  std::vector<TextBlock> blocks_;
};

}  // namespace

std::vector<TextBlock> text_blocks(html::Element root) {
  Gatherer gatherer;
  gatherer.enter(root);
  std::vector<html::Node> open;  // the elements around `node`, inside `root`
  int headings = 0;              // around `node`
  const auto is_block = [](html::Element element) {
    return element && !std::ranges::binary_search(kInline, element.tag());
  };
  html::Node node = root.first_child_node();
  while (node && !gatherer.full()) {
    const html::Element element = node.element();
    html::Node child;
    if (!element) {
      gatherer.add(node.parent(), node.text());
    } else {
      if (is_block(element)) gatherer.end_block(headings > 0);
      gatherer.enter(element);
      if (!is_skipped(element)) {
        const std::string instead = replacement(element);
        if (!instead.empty()) gatherer.add(element, " " + instead + " ");
        child = element.first_child_node();
      }
    }
    if (child) {
      headings += is_heading(element) ? 1 : 0;
      open.push_back(node);
      node = child;
      continue;
    }
    while (node) {  // to what comes after it, out of every element that it is the last of
      if (is_block(node.element())) gatherer.end_block(headings > 0);
      const html::Node next = node.next_sibling();
      if (next || open.empty()) {
        node = next;
        break;
      }
      node = open.back();
      open.pop_back();
      if (is_heading(node.element())) {
        gatherer.end_block(true);
        --headings;
      }
    }
  }
  gatherer.end_block(headings > 0);
  return std::move(gatherer).blocks();
}

}  // namespace veedor::facts
