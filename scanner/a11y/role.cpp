// The role of an element: what role="" says where that counts, else what the markup implies.
#include <string>

#include "scanner/a11y/implicit_role.h"
#include "scanner/a11y/name.h"
#include "scanner/a11y/role_table.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

// ARIA 1.2 §8.1: the first token that names a role which authors may use.
const Role* first_role(std::string_view tokens) {
  constexpr std::size_t kMaxRoles = 1024;  // bytes: read for every element inside
  for (std::string_view token : split_whitespace(tokens.substr(0, kMaxRoles))) {
    if (const Role* role = find_role(ascii_lower(token))) return role;
  }
  return nullptr;
}

std::string_view canonical_name(const Role& role) {
  if (role.name == "presentation") return "none";
  if (role.name == "image") return "img";
  return role.name == "generic" ? "" : role.name;
}

}  // namespace

std::string_view markup_role(html::Element element) {
  if (!element) return "";
  const auto tokens = element.attribute("role");
  const Role* const written = tokens ? first_role(*tokens) : nullptr;
  if (written == nullptr) return implicit_role(element);
  const std::string_view name = canonical_name(*written);
  // ARIA 1.2 §7.1, presentational roles conflict resolution.
  const bool conflict = name == "none" && (is_focusable(element) || has_global_aria(element));
  return conflict ? implicit_role(element) : name;
}

std::string role(html::Element element, const html::Document& document) {
  const std::string_view role = markup_role(element);
  const bool plain_section =
      role.empty() && element.is("section") && first_role(element.attribute_or("role", "")) == nullptr;
  // HTML-AAM, section: a region if it has a name.
  return plain_section && !accessible_name(element, document).empty() ? "region" : std::string(role);
}

}  // namespace veedor::a11y
