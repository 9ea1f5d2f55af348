// Fields that must be filled in, among others that need not, and nothing to be seen that says which.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "rules/support/phrases.h"
#include "rules/support/visible_text.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool is_required(html::Element field) {
  return field.has("required") || ascii_iequals(trim(field.attribute_or("aria-required", "")), "true");
}

bool says_required(std::string_view text) {
  constexpr auto kSigns = std::to_array<std::string_view>(
      {"*", "required", "mandatory", "obligatori", "requerid", "necesari", "optional", "opcional"});
  const std::string lower = ascii_lower(text);
  return std::ranges::any_of(kSigns,
                             [&](std::string_view sign) { return lower.find(sign) != std::string::npos; });
}

struct Form {
  std::vector<html::Element> unmarked;  // required, and their labels do not say so
  int optional = 0;
  int marked = 0;
};

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  std::map<const void*, Form> forms;
  const a11y::Labels labels(page.document());
  for (html::Element field : form_fields(page)) {
    if (is_choice(field) || tree.name(field).empty()) continue;
    Form& form = forms[form_of(field).id()];
    if (!is_required(field)) {
      ++form.optional;
      continue;
    }
    bool marked = says_required(tree.name(field));
    for (html::Element label : label_elements(field, labels, page.document())) {
      marked = marked || says_required(visible_text(label, tree)) ||
               page.styles().of(label, css::PseudoElement::after) != nullptr ||
               page.styles().of(label, css::PseudoElement::before) != nullptr;
    }
    if (marked) {
      ++form.marked;
    } else {
      form.unmarked.push_back(field);
    }
  }
  Verdicts verdicts;
  const bool unread = has_unread_styles(page);
  for (const auto& [id, form] : forms) {
    if (form.marked > 0 && form.unmarked.empty()) verdicts.push_back({Outcome::passed});
    if (form.optional == 0 || unread) continue;  // all are required: a sentence may say so
    for (html::Element field : form.unmarked)
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "unmarked",
                          .element = field,
                          .values = {{"label", shown(tree.name(field), 60)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule required_unmarked = define({
    .id = "wcag/required-unmarked",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"3.3.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
