#include "rules/support/passages.h"

#include "rules/support/content.h"
#include "rules/support/page_texts.h"
#include "rules/support/text_extent.h"
#include "rules/support/used_styles.h"
#include "scanner/css/value/property.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kEnough = 400;  // characters of one text: more than any rule asks for

// What computers read, in letters of their own: it is not read line by line.
bool is_code_tag(std::string_view tag) {
  constexpr std::string_view kFirst = "ckpstv";
  if (tag.size() < 2 || tag.size() > 4 || kFirst.find(tag[0]) == std::string_view::npos) return false;
  return tag == "code" || tag == "kbd" || tag == "pre" || tag == "samp" || tag == "tt" || tag == "var";
}

bool is_code(html::Element element) {
  constexpr int kMaxLevels = 3;
  for (int level = 0; element && level < kMaxLevels; element = element.parent(), ++level) {
    if (is_code_tag(element.tag())) return true;
  }
  return false;
}

html::Element block_of(html::Element element, const UsedStyles& used, const std::vector<char>& inline_boxes) {
  constexpr int kMaxLevels = 16;
  html::Element block = element;
  for (int level = 0; level < kMaxLevels && inline_boxes[used.number(block)] != 0; ++level) {
    const html::Element parent = block.parent();
    if (!parent) break;
    block = parent;
  }
  return block;
}

bool is_inline(const css::Style& style) { return style.display() == "inline"; }

}  // namespace

std::vector<Passage> passages(const facts::Page& page, AsksStyle asks) {
  const auto& used = page.shared<UsedStyles>();
  const std::vector<char> asked = used.asked(
      [&](const css::Style& style) { return asks(style) && !style[css::Property::white_space].is("pre"); });
  std::vector<Passage> found;
  if (asked.empty()) return found;
  std::vector<char> inline_boxes = used.asked(is_inline);
  inline_boxes.resize(used.all().size());
  html::Element last;
  html::Element block;  // around `last`; null where nobody asks for it
  bool interrupted = false;
  for (const PageText& text : page.shared<PageTexts>().all()) {
    if (text.element != last) {
      const bool wanted = asked[text.style] != 0 && !is_code(text.element);
      block = wanted ? block_of(text.element, used, inline_boxes) : html::Element();
    }
    last = text.element;
    if (!block) {
      interrupted = true;
      continue;
    }
    if (found.empty() || interrupted || found.back().block != block)
      found.push_back({.element = text.element, .block = block, .first = text.node});
    interrupted = false;
    found.back().characters += characters(text.words, kEnough);
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
