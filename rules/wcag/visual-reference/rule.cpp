// "Click the round button": instructions that point at a control by its look or its side, where the control
// does not say in words that it is the one.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "data/visual_words_tsv.h"
#include "rules/support/content.h"
#include "rules/support/page_texts.h"
#include "rules/support/plain_words.h"
#include "rules/support/table.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

struct Reference {
  std::string_view control;  // "button", "menu": which kind
  std::string_view noun;     // the word for it in the text
  std::string_view feature;  // "round", "on the right"
};

const std::vector<std::vector<std::string_view>>& words_of_sight() {
  static const auto rows = read_table(data::visual_words_tsv, 2);
  return rows;
}

// A word of the text may begin as those for a button, a menu or the navigation do, in capitals and with
// accents, too: for most texts the answer is no, and nothing else is asked. Without a branch, so that many
// bytes are looked at in one step.
bool may_name_control(std::string_view text) {
  if (text.size() < 4) return false;
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  const auto is = [](unsigned char c, char small) { return static_cast<unsigned char>(c | 0x20U) == small; };
  unsigned char found = 0;
  for (std::size_t i = 0; i < text.size() - 3; ++i) {
    const unsigned char a = bytes[i];
    const unsigned char b = bytes[i + 1];
    const unsigned char c = bytes[i + 2];
    const unsigned char d = bytes[i + 3];
    constexpr unsigned char kAccent = 0xC3;
    const bool button = is(a, 'b') & (is(b, 'o') | is(b, 'u')) & is(c, 't');
    const bool menu = is(a, 'm') & is(b, 'e') & is(c, 'n') & (is(d, 'u') | (d == kAccent));
    const bool navigation = is(a, 'n') & is(b, 'a') & is(c, 'v');
    const bool accent =
        (b == kAccent) & ((is(a, 'b') & is(d, 't')) | (is(a, 'm') & is(d, 'n')) | (is(a, 'n') & is(d, 'v')));
    found |= static_cast<unsigned char>(button | menu | navigation | accent);
  }
  return found != 0;
}

// "round button", "boton redondo", "menu on the right": noun and feature side by side.
Reference reference_in(std::string_view words) {
  for (const auto& noun : words_of_sight()) {
    if (noun[0] != "button" && noun[0] != "menu") continue;
    if (!has_words(words, noun[1])) continue;
    for (const auto& feature : words_of_sight()) {
      if (feature[0] != "look" && feature[0] != "side") continue;
      const std::string after = std::string(noun[1]) + " " + std::string(feature[1]);
      const std::string before = std::string(feature[1]) + " " + std::string(noun[1]);
      const bool found = has_words(words, after) || (feature[0] == "look" && has_words(words, before));
      if (found) return {noun[0], noun[1], feature[1]};
    }
  }
  return {};
}

bool has_quotes(std::string_view text) {
  return std::ranges::any_of(
      std::to_array<std::string_view>({"\"", "“", "«", "‘"}),
      [text](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

bool any_named(std::span<const html::Element> elements, std::string_view word, const a11y::Tree& tree) {
  return std::ranges::any_of(elements, [&](html::Element element) {
    return !tree.is_excluded(element) && has_words(plain_words(tree.name(element)), word);
  });
}

bool any_shown(std::span<const html::Element> elements, const a11y::Tree& tree) {
  return std::ranges::any_of(elements, [&](html::Element element) { return !tree.is_excluded(element); });
}

enum class Found : std::uint8_t { named, unnamed, absent };

// Of a button: is it called what the text calls it? Of a menu: is there a landmark or a heading to find it
// by?
Found find_control(const Reference& reference, const a11y::Tree& tree) {
  if (reference.control == "button") {
    const auto buttons = tree.with_role("button");
    if (any_named(buttons, reference.feature, tree)) return Found::named;
    return any_shown(buttons, tree) ? Found::unnamed : Found::absent;
  }
  for (std::string_view role : {"navigation", "menu", "menubar"}) {
    if (any_shown(tree.with_role(role), tree)) return Found::named;
  }
  if (any_named(tree.with_role("heading"), reference.noun, tree)) return Found::named;
  return any_shown(tree.with_role("list"), tree) ? Found::unnamed : Found::absent;
}

// ACT 9bd38c. What the page does not have may be on another page, of which nothing is known here.
Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (const PageText& text : page.shared<PageTexts>().all()) {
    const std::string_view raw = text.words;
    if (raw.size() < 12 || raw.size() > 2000 || !may_name_control(raw)) continue;
    if (tree.role(text.element) == "button") continue;
    const Reference reference = reference_in(plain_words(raw));
    if (reference.feature.empty()) continue;
    const Found found = has_quotes(raw) ? Found::named : find_control(reference, tree);
    if (found == Found::named) passed = true;
    if (found != Found::unnamed) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = reference.control == "button" ? "button" : "menu",
                        .element = text.element,
                        .values = {{"text", shown(raw)}}});
    if (verdicts.size() >= 20) break;
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule visual_reference = define({
    .id = "wcag/visual-reference",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.3"}, .act = {"9bd38c"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
