// ARIA that gainsays HTML, or that stands on elements which take none.
#include "rules/rule.h"

#include <array>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/a11y/aria.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// ARIA in HTML, "no role or aria-* attributes".
constexpr auto kWithout = std::to_array<std::string_view>({
    "base",
    "col",
    "colgroup",
    "head",
    "link",
    "map",
    "meta",
    "noscript",
    "param",
    "script",
    "slot",
    "source",
    "style",
    "template",
    "title",
    "track",
});

struct Pair {
  std::string_view aria;
  std::string_view html;
};
constexpr auto kPairs = std::to_array<Pair>(
    {{"aria-disabled", "disabled"}, {"aria-readonly", "readonly"}, {"aria-required", "required"}});

// ARIA in HTML, "requirements for use of ARIA attributes in place of equivalent HTML attributes": the browser
// believes HTML.
void judge_denials(const facts::Page& page, Verdicts& verdicts, bool& passed) {
  for (const Pair& pair : kPairs) {
    for (html::Element element : page.document().with_attribute(pair.aria)) {
      if (!element.in_html_namespace() || !element.has(pair.html)) continue;
      if (!ascii_iequals(trim(element.attribute_or(pair.aria, "")), "false")) {
        passed = true;
        continue;
      }
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "denied",
                          .element = element,
                          .values = {{"element", shown_tag(element)},
                                     {"aria", std::string(pair.aria)},
                                     {"html", std::string(pair.html)}}});
    }
  }
}

void judge_checked(const facts::Page& page, Verdicts& verdicts) {
  for (html::Element element : page.document().with_attribute("aria-checked")) {
    if (!element.is("input")) continue;
    const std::string_view type = a11y::input_type(element);
    if (type != "checkbox" && type != "radio") continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "checked",
                        .element = element,
                        .values = {{"element", shown_tag(element)}}});
  }
}

std::string_view first_aria(html::Element element) {
  for (std::size_t i = 0; i < element.attribute_count(); ++i) {
    const std::string_view name = element.attribute_at(i).name;
    if (name == "role" || a11y::find_aria_attribute(name) != nullptr) return name;
  }
  return "";
}

void judge_without(html::Element element, Verdicts& verdicts) {
  const std::string_view attribute = first_aria(element);
  if (attribute.empty()) return;
  verdicts.push_back({.outcome = Outcome::failed,
                      .message = "takes-none",
                      .element = element,
                      .values = {{"element", shown_tag(element)}, {"attribute", std::string(attribute)}}});
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  Verdicts verdicts;
  bool passed = false;
  judge_denials(page, verdicts, passed);
  judge_checked(page, verdicts);
  for (std::string_view tag : kWithout) {
    for (html::Element element : document.all(tag)) judge_without(element, verdicts);
  }
  for (html::Element element : document.all("input")) {
    if (a11y::input_type(element) == "hidden") judge_without(element, verdicts);
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_native_conflict = define({
    .id = "wcag/aria-native-conflict",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
