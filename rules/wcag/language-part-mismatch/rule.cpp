// A passage whose lang attribute names another language than the one it is written in.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/inherited_text.h"
#include "rules/support/languages.h"
#include "rules/support/text_language.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kEnough = 4096;      // bytes of text to know a language by
constexpr std::size_t kMaxPassages = 300;  // read on one page

// ACT off6ek: in the body, with a known language and some text.
bool applies(html::Element element, html::Element body) {
  if (!element.in_html_namespace() || is_beyond_language(element)) return false;
  if (read_language_tag(element.attribute_or("lang", "")).kind != LanguageTag::known) return false;
  return element == body || element.index() > body.index();
}

Verdicts check(const facts::Page& page) {
  const html::Element body = page.document().body();
  const auto passages = page.document().with_attribute("lang");
  if (!body || !is_html_page(page) || passages.empty()) return {};
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  std::size_t read = 0;
  for (html::Element passage : passages) {
    if (!applies(passage, body) || !tree.is_rendered(passage)) continue;
    if (++read > kMaxPassages) break;
    const std::string_view tag = passage.attribute_or("lang", "");
    const std::string text = inherited_text(passage, tree, kEnough);
    const LanguageReading reading = read_language(text, primary_language(tag));
    if (reading.match == LanguageMatch::same && !passed) {
      verdicts.push_back({Outcome::passed});
      passed = true;
    }
    if (reading.match != LanguageMatch::other) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "other",
                        .element = passage,
                        .values = {{"text", shown(text, 60)},
                                   {"declared", shown(tag, 40)},
                                   {"language", std::string(reading.language)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule language_part_mismatch = define({
    .id = "wcag/language-part-mismatch",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"3.1.2"}, .act = {"off6ek"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
