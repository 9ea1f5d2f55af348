// Long texts in capitals only, by a style sheet or typed so.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/page_texts.h"
#include "rules/support/passages.h"
#include "rules/support/text_extent.h"
#include "scanner/base/text.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kLong = 100;  // characters: more than a headline or a label has

bool is_raised(const css::Style& style) { return style[css::Property::text_transform].is("uppercase"); }

// No small letter, and mostly capitals: a table of figures is none. Among the letters of Latin-1 in UTF-8 the
// second byte of a small one is 0x9F or more.
bool is_typed_in_capitals(std::string_view text) {
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 'a' && byte <= 'z') return false;
    if (byte == 0xC3 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) >= 0x9F) return false;
    if (byte > 0xC3) return false;  // other scripts, some of which have no capitals
    capitals += byte >= 'A' && byte <= 'Z' ? 1 : 0;
  }
  return 2 * capitals >= text.size();
}

bool is_code(html::Element element) {
  for (std::string_view tag : {"code", "kbd", "pre", "samp", "tt", "var"}) {
    if (element.is(tag)) return true;
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts = judge_passages(page, is_raised, kLong, "style");
  for (const PageText& text : page.shared<PageTexts>().all()) {
    if (text.words.size() < kLong) continue;
    const std::string_view words = trim(text.words);
    if (words.size() < kLong || is_code(text.element) || !is_typed_in_capitals(words)) continue;
    verdicts.push_back(
        {.outcome = Outcome::failed,
         .message = "typed",
         .element = text.element,
         .values = {{"text", shown_beginning(
                                 {.element = text.element, .block = text.element, .first = text.node})}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule text_uppercase = define({
    .id = "wcag/text-uppercase",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
