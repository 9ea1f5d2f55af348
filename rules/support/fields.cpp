#include "rules/support/fields.h"

#include <algorithm>
#include <array>

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxReferences = 8;

bool is_button_type(std::string_view type) {
  constexpr auto kButtons = std::to_array<std::string_view>({"button", "hidden", "image", "reset", "submit"});
  return std::ranges::find(kButtons, type) != kButtons.end();
}

}  // namespace

std::vector<html::Element> form_fields(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  std::vector<html::Element> fields;
  for (std::string_view tag : {"input", "select", "textarea"}) {
    for (html::Element field : page.document().all(tag)) {
      const bool button = field.is("input") && is_button_type(a11y::input_type(field));
      if (!button && !tree.is_excluded(field)) fields.push_back(field);
    }
  }
  std::ranges::sort(fields, {}, &html::Element::index);
  return fields;
}

bool is_choice(html::Element field) {
  const std::string_view type = field.is("input") ? a11y::input_type(field) : "";
  return type == "radio" || type == "checkbox";
}

std::vector<html::Element> label_elements(html::Element field, const a11y::Labels& labels,
                                          const html::Document& document) {
  std::vector<html::Element> out;
  for (std::string_view id : split_whitespace(field.attribute_or("aria-labelledby", ""))) {
    const html::Element element = document.by_id(id);
    if (element && out.size() < kMaxReferences) out.push_back(element);
  }
  if (!out.empty()) return out;
  const auto own = labels.of(field);
  out.assign(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(std::min(own.size(), kMaxReferences)));
  return out;
}

std::string field_key(html::Element field) {
  for (std::string_view attribute : {"name", "id"}) {
    std::string key = shown(field.attribute_or(attribute, ""), 60);
    if (!key.empty()) return key;
  }
  return shown_tag(field);
}

html::Element form_of(html::Element field) {
  int level = 0;
  for (html::Element up = field.parent(); up && level < a11y::kMaxLevels; up = up.parent(), ++level) {
    if (up.is("form")) return up;
  }
  return {};
}

html::Element group_of(html::Element field) {
  int level = 0;
  for (html::Element up = field.parent(); up && level < a11y::kMaxLevels; up = up.parent(), ++level) {
    if (up.is("fieldset") || up.is("tr")) return up;
    const std::string_view role = up.has("role") ? explicit_role(up) : "";
    if (role == "group" || role == "radiogroup" || role == "row") return up;
    if (up.is("form")) break;
  }
  return {};
}

}  // namespace veedor::rules
