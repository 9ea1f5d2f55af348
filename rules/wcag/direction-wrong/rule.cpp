// Arabic or Hebrew that is laid out from left to right, or other text from right to left.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/language_words.h"
#include "rules/support/page_texts.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxText = 1000;  // bytes of one text
constexpr std::size_t kMinLetters = 8;
constexpr std::size_t kMinWords = 3;  // a word or a name stays in order whatever the direction
constexpr std::size_t kMaxFindings = 100;
constexpr int kMaxUp = 200;

// Hebrew, Arabic and the scripts between them in Unicode, with their presentation forms.
bool is_from_right(char32_t c) {
  return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFDFE) || (c >= 0xFE70 && c < 0xFEFD);
}

// In UTF-8 they begin with D6 to DF, E0 (with A0 to A3 next) or EF: most texts have none of these bytes.
bool may_be_from_right(std::string_view text) {
  unsigned char found = 0;  // without leaving early, so that many bytes are looked at in one step
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool within = static_cast<unsigned char>(byte - 0xD6U) <= 0xE0 - 0xD6;
    found |= static_cast<unsigned char>(within | (byte == 0xEF));
  }
  return found != 0;
}

struct Letters {
  std::size_t all = 0;
  std::size_t from_right = 0;
};

Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c)) continue;
    ++letters.all;
    letters.from_right += is_from_right(c) ? 1 : 0;
  }
  return letters;
}

bool is_long(std::string_view text, std::size_t letters) {
  return letters >= kMinLetters && split_whitespace(text).size() >= kMinWords;
}

// The nearest dir="" around it, or the element that finds its direction itself.
std::string_view dir_around(html::Element element) {
  int steps = 0;
  for (html::Element up = element; up && steps < kMaxUp; up = up.parent(), ++steps) {
    if (up.has("dir")) return trim(up.attribute_or("dir", ""));
    if (up.is("bdi")) return "auto";
  }
  return "";
}

void judge_text(const PageText& text, const css::Styles& styles, Verdicts& verdicts) {
  const std::string_view words = text.words.substr(0, kMaxText);
  const Letters letters = count_letters(words);
  if (letters.from_right * 2 < letters.all || !is_long(words, letters.from_right)) return;
  if (styles.of(text.element)[css::Property::direction].is("rtl")) return;
  const std::string_view dir = dir_around(text.element);
  if (ascii_iequals(dir, "auto")) return;
  verdicts.push_back({.outcome = Outcome::failed,
                      .message = dir.empty() ? "missing" : "left",
                      .element = text.element,
                      .values = {{"text", shown(trim(words), 60)}}});
}

// dir="rtl" around text of which no letter goes from right to left.
void judge_right(html::Element element, const a11y::Tree& tree, Verdicts& verdicts) {
  if (!ascii_iequals(trim(element.attribute_or("dir", "")), "rtl") || !tree.is_in_sight(element)) return;
  std::string text;
  constexpr int kMaxNodes = 200;
  html::Node node = element.first_child_node();
  for (int seen = 0; node && text.size() < kMaxText; ++seen, node = node.next_in(element)) {
    if (seen == kMaxNodes || (node.element() && node.element().has("dir"))) return;
    if (node.is_text()) text.append(node.text().substr(0, kMaxText)).append(" ");
  }
  const Letters letters = count_letters(text);
  if (letters.from_right > 0 || !is_long(text, letters.all)) return;
  verdicts.push_back({.outcome = Outcome::failed,
                      .message = "right",
                      .element = element,
                      .values = {{"text", shown(trim(text), 60)}}});
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool any = false;
  for (const PageText& text : page.shared<PageTexts>().all()) {
    if (!may_be_from_right(text.words.substr(0, kMaxText))) continue;
    any = any || count_letters(text.words.substr(0, kMaxText)).from_right > 0;
    judge_text(text, page.styles(), verdicts);
    if (verdicts.size() >= kMaxFindings) break;
  }
  for (html::Element element : page.document().with_attribute("dir")) {
    if (verdicts.size() >= kMaxFindings) break;
    judge_right(element, tree, verdicts);
  }
  if (verdicts.empty() && any) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule direction_wrong = define({
    .id = "wcag/direction-wrong",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
