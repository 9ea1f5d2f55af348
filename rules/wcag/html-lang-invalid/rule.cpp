// A page whose lang attribute names no language, so that it says nothing.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/languages.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const html::Element root = page.document().root();
  const std::string_view tag = root.attribute_or("lang", "");
  if (trim(tag).empty()) return {};  // html-lang-missing
  return {judge_language_tag(tag, root)};
}

}  // namespace

extern constexpr Rule html_lang_invalid = define({
    .id = "wcag/html-lang-invalid",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"3.1.1"}, .act = {"bf051a"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
