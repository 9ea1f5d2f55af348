// aria-labelledby and its kin that name an id which no element has: the name or description is lost.
#include "rules/rule.h"

#include <array>
#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

struct Missing {
  std::string_view first;  // id that nothing has; "" where all exist
  bool all = true;
};

Missing missing_ids(html::Element element, std::string_view attribute, const html::Document& document) {
  constexpr std::size_t kMaxIds = 4096;  // bytes
  Missing missing;
  for (std::string_view id : split_whitespace(element.attribute_or(attribute, "").substr(0, kMaxIds))) {
    if (document.by_id(id)) {
      missing.all = false;
    } else if (missing.first.empty()) {
      missing.first = id;
    }
  }
  return missing;
}

Verdict verdict(html::Element element, std::string_view attribute, std::string_view id, Outcome outcome,
                std::string_view key) {
  return {.outcome = outcome,
          .message = key,
          .element = element,
          .values = {
              {"element", shown_tag(element)}, {"attribute", std::string(attribute)}, {"id", shown(id, 60)}}};
}

// Where the element has another name, or a part of this one, the fault may do no harm. Descriptions and parts
// are often written by scripts when they are needed, so their absence proves nothing. That of error messages
// and of what a control opens is their normal state (aria-errormessage, aria-controls,
// aria-activedescendant).
Verdict judge_label(html::Element element, const Missing& missing, const a11y::Tree& tree) {
  const std::string_view attribute = "aria-labelledby";
  if (!missing.all) return verdict(element, attribute, missing.first, Outcome::cant_tell, "part");
  if (!tree.name(element).empty())
    return verdict(element, attribute, missing.first, Outcome::cant_tell, "other-name");
  return verdict(element, attribute, missing.first, Outcome::failed, "name");
}

Verdicts check(const facts::Page& page) {
  constexpr auto kAttributes =
      std::to_array<std::string_view>({"aria-labelledby", "aria-describedby", "aria-owns", "aria-details"});
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (std::string_view attribute : kAttributes) {
    for (html::Element element : document.with_attribute(attribute)) {
      const std::string_view value = trim(element.attribute_or(attribute, ""));
      if (value.empty() || is_unfilled(value)) continue;
      const Missing missing = missing_ids(element, attribute, document);
      if ((missing.first.empty() && passed) || tree.is_excluded(element)) continue;
      if (missing.first.empty()) {
        passed = true;
      } else if (attribute == "aria-labelledby") {
        verdicts.push_back(judge_label(element, missing, tree));
      } else if (missing.all) {
        verdicts.push_back(verdict(element, attribute, missing.first, Outcome::cant_tell, "scripted"));
      }
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_reference_broken = define({
    .id = "wcag/aria-reference-broken",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.1", "4.1.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
