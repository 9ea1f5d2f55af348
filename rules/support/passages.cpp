#include "rules/support/passages.h"

#include <utility>

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

// Joins the texts of a block. Bytes are known at once and never fewer than characters, so that most passages
// are dismissed uncounted.
class Gatherer {
 public:
  explicit Gatherer(std::size_t least) : least_(least) {}

  // With a null block, nobody asks for the text.
  void add(const PageText& text, html::Element block) {
    if (block != block_) end();
    block_ = block;
    if (!block) return;
    if (texts_ == 0) first_ = &text;
    ++texts_;
    bytes_ += text.words.size();
  }
  std::vector<Passage> take() {
    end();
    return std::move(found_);
  }

 private:
  void end() {
    if (texts_ > 0 && bytes_ >= least_) {
      Passage passage{.element = first_->element, .block = block_, .first = first_->node};
      for (std::size_t i = 0; i < texts_; ++i) passage.characters += characters(first_[i].words, kEnough);
      if (passage.characters >= least_) found_.push_back(passage);
    }
    texts_ = bytes_ = 0;
  }

  std::size_t least_;
  html::Element block_;
  const PageText* first_ = nullptr;  // of `texts_` that follow each other
  std::size_t texts_ = 0;
  std::size_t bytes_ = 0;
  std::vector<Passage> found_;
};

bool is_inline(const css::Style& style) { return style.display() == "inline"; }

}  // namespace

std::vector<Passage> passages(const facts::Page& page, AsksStyle asks, std::size_t least) {
  const auto& used = page.shared<UsedStyles>();
  const std::vector<char> asked = used.asked(
      [&](const css::Style& style) { return asks(style) && !style[css::Property::white_space].is("pre"); });
  if (asked.empty()) return {};
  std::vector<char> inline_boxes = used.asked(is_inline);
  inline_boxes.resize(used.all().size());
  Gatherer gatherer(least);
  html::Element last;
  html::Element block;  // around `last`; null where nobody asks for it
  for (const PageText& text : page.shared<PageTexts>().all()) {
    if (text.element != last) {
      const bool wanted = asked[text.style] != 0 && !is_code(text.element);
      block = wanted ? block_of(text.element, used, inline_boxes) : html::Element();
    }
    last = text.element;
    gatherer.add(text, block);
  }
  return gatherer.take();
}

std::string shown_beginning(const Passage& passage) { return shown(passage.first.text().substr(0, 400), 60); }

Verdicts judge_passages(const facts::Page& page, AsksStyle asks, std::size_t characters,
                        std::string_view message) {
  if (page.tree().texts_in_sight().empty()) return {};
  Verdicts verdicts;
  for (const Passage& passage : passages(page, asks, characters)) {
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = message,
                        .element = passage.element,
                        .values = {{"text", shown_beginning(passage)}}});
  }
  if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace veedor::rules
