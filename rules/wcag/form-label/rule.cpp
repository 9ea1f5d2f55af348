// A form field without a name: who cannot see what stands beside it does not know what to fill in.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// ACT e086e5.
constexpr auto kFieldRoles = std::to_array<std::string_view>({
    "checkbox",
    "combobox",
    "listbox",
    "menuitemcheckbox",
    "menuitemradio",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "textbox",
});
static_assert(std::ranges::is_sorted(kFieldRoles));

// Fields by their role; and a date, a password, a file: fields, though HTML-AAM has no role for them.
std::vector<html::Element> fields_of(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  std::vector<html::Element> fields;
  for (std::string_view role : kFieldRoles) {
    for (html::Element element : tree.with_role(role)) fields.push_back(element);
  }
  for (html::Element input : page.document().all("input")) {
    if (tree.role(input).empty() && a11y::input_type(input) != "hidden") fields.push_back(input);
  }
  std::ranges::sort(fields, {}, &html::Element::index);  // in document order
  return fields;
}

// Bait for robots and fields that scripts fill in: out of the keyboard's reach, and a style sheet that could
// not be read may hide them.
bool may_be_unseen(html::Element field) { return has_negative_tabindex(field) || class_says_hidden(field); }

// The text of a label among the siblings just before the field: it is seen there, but not connected.
std::string loose_label(html::Element field) {
  constexpr int kMaxSiblings = 50;
  html::Element label;
  int seen = 0;
  for (html::Element sibling = field.parent().first_child(); sibling && sibling != field;
       sibling = sibling.next_sibling()) {
    if (++seen > kMaxSiblings) return "";
    const bool other_field =
        sibling.is("input") || sibling.is("select") || sibling.is("textarea") || sibling.is("button");
    if (sibling.is("label")) label = sibling;
    if (other_field) label = {};
  }
  return label ? shown(collapse_whitespace(label.text()), 60) : "";
}

// What whoever maintains the form knows it by.
std::string field_name(html::Element field) {
  for (std::string_view attribute : {"name", "id"}) {
    std::string name = shown(field.attribute_or(attribute, ""), 60);
    if (!name.empty()) return name;
  }
  return shown_tag(field);
}

Verdict failure(html::Element field) {
  const std::string label = loose_label(field);
  if (!label.empty()) {
    return {.outcome = Outcome::failed,
            .message = "label-not-connected",
            .element = field,
            .values = {{"field", field_name(field)}, {"label", label}}};
  }
  const bool broken = !trim(field.attribute_or("aria-labelledby", "")).empty();
  return {.outcome = Outcome::failed,
          .message = broken ? "empty-reference" : "no-name",
          .element = field,
          .values = {{"field", field_name(field)}}};
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (html::Element element : fields_of(page)) {
    if (!element.in_html_namespace() || tree.is_excluded(element)) continue;
    if (!tree.name(element).empty()) {
      verdicts.push_back({Outcome::passed});
    } else if (!unread || !may_be_unseen(element)) {
      verdicts.push_back(failure(element));
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule form_label = define({
    .id = "wcag/form-label",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.wcag = {"4.1.2", "1.3.1", "3.3.2"}, .act = {"e086e5"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
