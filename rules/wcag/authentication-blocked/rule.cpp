// Signing in by memory or puzzles: a password that cannot be pasted, a CAPTCHA.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool blocks_pasting(html::Element field) {
  const std::string_view script = field.attribute_or("onpaste", "").substr(0, 500);
  return script.find("return false") != std::string_view::npos ||
         script.find("preventDefault") != std::string_view::npos;
}

bool is_captcha(html::Element element) {
  constexpr auto kSigns = std::to_array<std::string_view>({"captcha", "arkoselabs", "funcaptcha"});
  for (std::string_view attribute : {"class", "id", "src", "name"}) {
    const std::string value = ascii_lower(element.attribute_or(attribute, "").substr(0, 300));
    if (std::ranges::any_of(kSigns,
                            [&](std::string_view sign) { return value.find(sign) != std::string::npos; }))
      return true;
  }
  return false;
}

html::Element find_captcha(const facts::Page& page) {
  for (std::string_view tag : {"iframe", "img", "input"}) {
    for (html::Element element : page.document().all(tag)) {
      if (is_captcha(element)) return element;
    }
  }
  for (html::Element element : page.document().with_attribute("data-sitekey")) return element;
  return {};
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool password = false;
  for (html::Element field : page.document().all("input")) {
    const std::string_view type = a11y::input_type(field);
    const bool code = ascii_iequals(trim(field.attribute_or("autocomplete", "")), "one-time-code");
    if ((type != "password" && !code) || page.tree().is_hidden(field)) continue;
    password = true;
    if (blocks_pasting(field))
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "no-paste",
                          .element = field,
                          .values = {{"field", field_key(field)}}});
  }
  if (!password) return verdicts;
  if (html::Element captcha = find_captcha(page))
    verdicts.push_back({.outcome = Outcome::cant_tell, .message = "captcha", .element = captcha});
  if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule authentication_blocked = define({
    .id = "wcag/authentication-blocked",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"3.3.8"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
