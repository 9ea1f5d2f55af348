// A page whose lang attribute names another language than the one it is written in.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/inherited_text.h"
#include "rules/support/languages.h"
#include "rules/support/text_language.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kEnough = 4096;     // bytes of text to know a language by
constexpr std::size_t kBeginning = 1500;  // in most texts so many are enough

// What has a language of its own does not count for the page; a body that repeats the lang does not either.
std::string text_of(const facts::Page& page, std::size_t max_bytes) {
  std::string text = page.document().title();
  const html::Element body = page.document().body();
  const std::string body_lang = body ? primary_language(body.attribute_or("lang", "")) : "";
  if (body && body_lang.empty()) text.append(" \n").append(inherited_text(body, page.tree(), max_bytes));
  return text;
}

Verdicts check(const facts::Page& page) {
  if (!is_html_page(page)) return {};
  const html::Element root = page.document().root();
  const std::string_view tag = root.attribute_or("lang", "");
  if (read_language_tag(tag).kind != LanguageTag::known) return {};  // html-lang-missing, html-lang-invalid
  const std::string language = primary_language(tag);
  if (begins_in_language(text_of(page, kBeginning), language)) return {{Outcome::passed}};
  const LanguageReading reading = read_language(text_of(page, kEnough), language);
  if (reading.match == LanguageMatch::unknown) return {};
  if (reading.match == LanguageMatch::same) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = "other",
           .element = root,
           .values = {{"declared", shown(tag, 40)}, {"language", std::string(reading.language)}}}};
}

}  // namespace

extern constexpr Rule language_mismatch = define({
    .id = "wcag/language-mismatch",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"3.1.1"}, .act = {"ucwvc8"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
