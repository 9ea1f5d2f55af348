// A page that does not say in which language it is written.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// HTML Standard §3.2.6.2: xml:lang counts in documents that are parsed as XML only.
bool is_xml(const facts::Page& page) { return page.response().media_type() == "application/xhtml+xml"; }

Verdicts check(const facts::Page& page) {
  if (!is_html_page(page)) return {};
  const html::Element root = page.document().root();
  const std::string_view xml_lang = trim(root.attribute_or("xml:lang", ""));
  if (!trim(root.attribute_or("lang", "")).empty() || (is_xml(page) && !xml_lang.empty()))
    return {{Outcome::passed}};
  if (!xml_lang.empty()) {
    return {{.outcome = Outcome::failed,
             .message = "xml-lang-only",
             .element = root,
             .values = {{"value", shown(xml_lang, 40)}}}};
  }
  return {{.outcome = Outcome::failed, .message = root.has("lang") ? "empty" : "missing", .element = root}};
}

}  // namespace

extern constexpr Rule html_lang_missing = define({
    .id = "wcag/html-lang-missing",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"3.1.1"}, .act = {"b5c3f8"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
