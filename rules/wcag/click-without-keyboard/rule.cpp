// Something to click on that the keyboard cannot reach.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/inline_script.h"
#include "rules/support/text_extent.h"
#include "scanner/base/text.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

// Clicks that only pass through, or that close a layer by its backdrop.
bool is_minor(html::Element element) {
  for (std::string_view tag :
       {"html", "body", "form", "fieldset", "dialog", "details", "map", "table", "tbody"}) {
    if (element.is(tag)) return true;
  }
  const std::string_view classes = element.attribute_or("class", "").substr(0, 1000);
  for (std::string_view part : {"overlay", "backdrop", "mask", "scrim"}) {
    if (ascii_icontains(classes, part)) return true;
  }
  const std::string script = compact_script(element.attribute_or("onclick", ""));
  return script.empty() || script == "returnfalse" || script == "returnfalse;" || script == "void(0)" ||
         script == "void(0);" || script.find("stopPropagation") != std::string::npos ||
         script.find("dataLayer") != std::string::npos || script.starts_with("gtag(") ||
         script.starts_with("ga(");
}

Verdict failure(html::Element element) {
  return {.outcome = Outcome::failed,
          .message = "onclick",
          .element = element,
          .values = {{"element", shown_tag(element)}}};
}

// WCAG 2.2 technique F54.
void check_handlers(const facts::Page& page, Verdicts& verdicts) {
  const a11y::Tree& tree = page.tree();
  bool passed = false;
  for (html::Element element : page.document().with_attribute("onclick")) {
    if (!element.in_html_namespace() || !tree.is_in_sight(element) || tree.is_excluded(element)) continue;
    if (is_in_focusable(element)) {
      passed = true;
      continue;
    }
    if (!is_minor(element) && !holds_focusable(element)) verdicts.push_back(failure(element));
  }
  if (passed) verdicts.push_back({Outcome::passed});
}

// "close-button", "modalClose": its name says what it is for, and the pointer that it can be pressed.
bool is_close_sign(html::Element element, const css::Styles& styles) {
  if (!element.is("span") && !element.is("div") && !element.is("i") && !element.is("img") &&
      !element.is("p") && !element.is("b"))
    return false;
  if (!ascii_icontains(element.attribute_or("class", "").substr(0, 300), "close")) return false;
  constexpr std::size_t kSign = 12;  // characters: a cross, or a word
  return characters(beginning_of(element), kSign) < kSign &&
         styles.of(element)[css::Property::cursor].text() == "pointer";
}

void check_close_signs(const facts::Page& page, Verdicts& verdicts) {
  for (html::Element element : page.document().with_attribute("class")) {
    if (!is_close_sign(element, page.styles()) || element.has("onclick") || is_in_focusable(element) ||
        holds_focusable(element))
      continue;
    verdicts.push_back({.outcome = Outcome::cant_tell,
                        .message = "close",
                        .element = element,
                        .values = {{"element", shown_tag(element)}}});
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  check_handlers(page, verdicts);
  check_close_signs(page, verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule click_without_keyboard = define({
    .id = "wcag/click-without-keyboard",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.1.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
