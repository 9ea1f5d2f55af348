#include "rules/support/passages.h"

#include "rules/support/content.h"
#include "rules/support/text_extent.h"
#include "scanner/css/value/property.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kEnough = 400;  // characters of one text: more than any rule asks for

html::Element block_of(html::Element element, const css::Styles& styles) {
  constexpr int kMaxLevels = 16;
  html::Element block = element;
  for (int level = 0; level < kMaxLevels && block.parent() && styles.of(block).display() == "inline"; ++level)
    block = block.parent();
  return block;
}

// What computers read, in letters of their own: it is not read line by line.
bool is_code(html::Element element) {
  constexpr int kMaxLevels = 3;
  for (int level = 0; element && level < kMaxLevels; element = element.parent(), ++level) {
    for (std::string_view tag : {"code", "kbd", "pre", "samp", "tt", "var"}) {
      if (element.is(tag)) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Passage> passages(const facts::Page& page, AsksStyle asks) {
  const css::Styles& styles = page.styles();
  std::vector<Passage> found;
  html::Element last;
  bool asked = false;
  bool interrupted = false;
  for (const a11y::Tree::Text& text : page.tree().texts_in_sight()) {
    if (text.element != last) {
      const css::Style& style = styles.of(text.element);
      asked = asks(style) && !style[css::Property::white_space].is("pre") && !is_code(text.element);
    }
    last = text.element;
    if (!asked) {
      interrupted = true;
      continue;
    }
    const html::Element block = block_of(text.element, styles);
    if (found.empty() || interrupted || found.back().block != block)
      found.push_back({.element = text.element, .block = block, .first = text.node});
    interrupted = false;
    found.back().characters += characters(text.node.text(), kEnough);
  }
  return found;
}

std::string shown_beginning(const Passage& passage) { return shown(passage.first.text().substr(0, 400), 60); }

Verdicts judge_passages(const facts::Page& page, AsksStyle asks, std::size_t characters,
                        std::string_view message) {
  if (page.tree().texts_in_sight().empty()) return {};
  Verdicts verdicts;
  for (const Passage& passage : passages(page, asks)) {
    if (passage.characters < characters) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = message,
                        .element = passage.element,
                        .values = {{"text", shown_beginning(passage)}}});
  }
  if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace veedor::rules
