// lang and xml:lang of a page name different languages.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "rules/support/text_language.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  if (!is_html_page(page)) return {};
  const html::Element root = page.document().root();
  const std::string_view lang = root.attribute_or("lang", "");
  const std::string_view xml_lang = root.attribute_or("xml:lang", "");
  if (primary_language(lang).empty() || primary_language(xml_lang).empty()) return {};
  if (primary_language(lang) == primary_language(xml_lang)) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = "differ",
           .element = root,
           .values = {{"lang", shown(lang, 40)}, {"xml_lang", shown(xml_lang, 40)}}}};
}

}  // namespace

extern constexpr Rule html_lang_xml_differs = define({
    .id = "wcag/html-lang-xml-differs",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.wcag = {"3.1.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
