#include "scanner/a11y/aria.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

#include "data/aria_attributes_tsv.h"
#include "data/aria_roles_tsv.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

// The columns of each line that is no comment; the views are of embedded data.
template <typename Take>
void for_each_row(std::string_view table, std::size_t columns, Take take) {
  for (std::string_view line : split(table, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view> cells = split(line, '\t');
    cells.resize(columns);
    take(cells);
  }
}

AriaType type_of(std::string_view word) {
  static constexpr auto kTypes =
      std::to_array<std::string_view>({"boolean", "optional-boolean", "tristate", "id", "ids", "integer",
                                       "number", "string", "token", "tokens"});
  const auto* const found = std::find(kTypes.begin(), kTypes.end(), word);
  assert(found != kTypes.end());
  return static_cast<AriaType>(found - kTypes.begin());
}

std::vector<std::string_view> tokens_of(AriaType type, std::string_view words) {
  switch (type) {
    case AriaType::boolean:
      return {"false", "true"};
    case AriaType::optional_boolean:
      return {"false", "true", "undefined"};
    case AriaType::tristate:
      return {"false", "mixed", "true", "undefined"};
    default:
      return split_whitespace(words);
  }
}

std::vector<AriaAttribute> read_attributes() {
  std::vector<AriaAttribute> attributes;
  for_each_row(data::aria_attributes_tsv, 5, [&](const std::vector<std::string_view>& cells) {
    const AriaType type = type_of(cells[1]);
    const AriaScope scope = cells[4] == "yes"          ? AriaScope::global
                            : cells[4] == "deprecated" ? AriaScope::deprecated_global
                                                       : AriaScope::roles;
    attributes.push_back({.name = cells[0],
                          .type = type,
                          .tokens = tokens_of(type, cells[2]),
                          .initial = cells[3],
                          .scope = scope});
  });
  std::ranges::sort(attributes, {}, &AriaAttribute::name);
  assert(attributes.size() <= 64);
  return attributes;
}

AriaAttributes attributes_of(std::string_view words) {
  AriaAttributes set;
  for (std::string_view word : split_whitespace(words)) {
    const AriaAttribute* attribute = find_aria_attribute(std::string("aria-").append(word));
    assert(attribute != nullptr);
    if (attribute != nullptr) set.add(*attribute);
  }
  return set;
}

AriaRole read_role(const std::vector<std::string_view>& cells) {
  AriaRole role{.name = cells[0], .superclasses = split_whitespace(cells[1])};
  std::string_view naming = cells[2];
  role.name_required = !naming.empty() && naming.back() == '!';
  if (role.name_required) naming.remove_suffix(1);
  role.abstract = naming == "abstract";
  if (naming == "contents") role.name_from = NameFrom::contents;
  if (naming == "prohibited") role.name_from = NameFrom::prohibited;
  role.children_presentational = cells[3] == "leaf";
  role.deprecated = cells[3] == "deprecated";
  role.parents = split_whitespace(cells[4]);
  role.children = split_whitespace(cells[5]);
  role.required = attributes_of(cells[6]);
  role.supported = attributes_of(cells[7]);
  role.supported.add(role.required);
  // ARIA 1.2 §5.2.8.6 and each role's "prohibited states and properties".
  if (role.name_from == NameFrom::prohibited)
    role.prohibited = attributes_of("braillelabel label labelledby");
  if (role.name == "generic" || role.name == "none" || role.name == "presentation")
    role.prohibited.add(attributes_of("brailleroledescription roledescription"));
  return role;
}

std::vector<AriaRole> read_roles() {
  std::vector<AriaRole> roles;
  for_each_row(data::aria_roles_tsv, 8,
               [&](const std::vector<std::string_view>& cells) { roles.push_back(read_role(cells)); });
  std::ranges::sort(roles, {}, &AriaRole::name);
  const auto find = [&](std::string_view name) -> const AriaRole& {
    return *std::ranges::lower_bound(roles, name, {}, &AriaRole::name);
  };
  // The taxonomy is less than eight levels deep.
  for (int level = 0; level < 8; ++level) {
    for (AriaRole& role : roles) {
      for (std::string_view superclass : role.superclasses) role.supported.add(find(superclass).supported);
    }
  }
  return roles;
}

template <typename Row>
const Row* find_in(std::span<const Row> rows, std::string_view name) {
  const auto found = std::ranges::lower_bound(rows, name, {}, &Row::name);
  return found != rows.end() && found->name == name ? &*found : nullptr;
}

std::uint64_t bit_of(const AriaAttribute& attribute) {
  return std::uint64_t{1} << (&attribute - aria_attributes().data());
}

}  // namespace

bool AriaAttributes::contains(const AriaAttribute& attribute) const {
  return (bits_ & bit_of(attribute)) != 0;
}
void AriaAttributes::add(const AriaAttribute& attribute) { bits_ |= bit_of(attribute); }

std::span<const AriaAttribute> aria_attributes() {
  static const std::vector<AriaAttribute> attributes = read_attributes();
  return attributes;
}

std::span<const AriaRole> aria_roles() {
  static const std::vector<AriaRole> roles = read_roles();
  return roles;
}

const AriaRole* find_aria_role(std::string_view name) { return find_in(aria_roles(), name); }
const AriaAttribute* find_aria_attribute(std::string_view name) { return find_in(aria_attributes(), name); }

bool inherits(const AriaRole& role, std::string_view ancestor) {
  if (role.name == ancestor) return true;
  return std::ranges::any_of(role.superclasses, [&](std::string_view superclass) {
    const AriaRole* above = find_aria_role(superclass);
    return above != nullptr && inherits(*above, ancestor);
  });
}

bool is_allowed(const AriaRole& role, const AriaAttribute& attribute) {
  if (role.prohibited.contains(attribute)) return false;
  return attribute.scope == AriaScope::global || role.supported.contains(attribute);
}

}  // namespace veedor::a11y
