#include "rules/support/aria_use.h"

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules {

const a11y::AriaRole* written_role(html::Element element) {
  const std::string_view name = explicit_role(element);
  return name.empty() ? nullptr : a11y::find_aria_role(name);
}

std::string_view meant_role(html::Element element, const a11y::Tree& tree) {
  const std::string_view role = tree.role(element);
  if (!role.empty() || !element.has("role")) return role;
  const std::string_view written = explicit_role(element);
  const bool set_aside = written == "listitem";
  return set_aside ? written : role;
}

bool repeats_native_role(html::Element element, const a11y::AriaRole& role, const a11y::Tree& tree) {
  if (element.is("li") && element.in_html_namespace() && role.name == "listitem") return true;
  const std::string_view native = tree.implicit_role(element);
  return native == role.name || (native == "img" && role.name == "image");
}

bool has_unknown_role(html::Element element) {
  return element.in_html_namespace() && element.tag().find('-') != std::string_view::npos &&
         explicit_role(element).empty();
}

bool is_html_or_svg(html::Element element) {
  int depth = 0;
  for (html::Element up = element; up && depth < a11y::kMaxLevels; up = up.parent(), ++depth) {
    if (up.in_html_namespace() || up.is("svg")) return true;
    if (up.is("math")) return false;
  }
  return true;
}

bool is_unfilled(std::string_view value) {
  return value.find("{{") != std::string_view::npos || value.find("${") != std::string_view::npos ||
         value.find("<%") != std::string_view::npos || value.find("[[") != std::string_view::npos;
}

std::string_view global_attribute(html::Element element) {
  for (std::size_t i = 0; i < element.attribute_count(); ++i) {
    const html::Attribute written = element.attribute_at(i);
    if (!written.name.starts_with("aria-") || written.name == "aria-hidden" || trim(written.value).empty())
      continue;
    const a11y::AriaAttribute* const attribute = a11y::find_aria_attribute(written.name);
    if (attribute != nullptr && attribute->scope == a11y::AriaScope::global) return attribute->name;
  }
  return "";
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::string_view word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

}  // namespace veedor::rules
