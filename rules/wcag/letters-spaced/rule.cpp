// Words with spaces between their letters: read letter by letter.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "rules/support/page_texts.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMin = 4;        // letters
constexpr std::size_t kMaxText = 200;  // bytes

bool is_vowel(char c) { return std::string_view("AEIOU").find(c) != std::string_view::npos; }

// "S A L E": capitals with one space after each, a vowel among them, not in the order of the alphabet, which
// would be an index. Letters with accents are two bytes and count as vowels.
bool is_spaced(std::string_view text) {
  text = trim(text);
  if (text.size() < 2 * kMin - 1 || text.size() > kMaxText) return false;
  std::size_t letters = 0;
  bool vowel = false;
  bool ordered = true;
  char last = '\0';
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const bool plain = c >= 'A' && c <= 'Z';
    const bool accented = static_cast<unsigned char>(c) == 0xC3 && i + 1 < text.size() &&
                          static_cast<unsigned char>(text[i + 1]) < 0x9F;
    if (!plain && !accented) return false;
    i += plain ? 1 : 2;
    if (i < text.size() && text[i] != ' ') return false;
    ++i;
    ++letters;
    vowel = vowel || accented || is_vowel(c);
    ordered = ordered && plain && c > last;
    if (plain) last = c;
  }
  return letters >= kMin && vowel && !ordered;
}

// A label is read in place of the letters.
bool has_label(html::Element element) {
  constexpr int kMaxLevels = 4;
  for (int level = 0; element && level < kMaxLevels; element = element.parent(), ++level) {
    if (element.has("aria-label") || element.has("aria-labelledby")) return true;
  }
  return false;
}

// WCAG 2.2 technique F32.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (const PageText& text : page.shared<PageTexts>().all()) {
    if (!is_spaced(text.words) || page.tree().is_excluded(text.element) || has_label(text.element)) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "spaced",
                        .element = text.element,
                        .values = {{"text", shown(trim(text.node.text()), 60)}}});
  }
  if (verdicts.empty() && !page.tree().texts_in_sight().empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule letters_spaced = define({
    .id = "wcag/letters-spaced",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
