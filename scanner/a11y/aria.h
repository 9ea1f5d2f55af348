// What WAI-ARIA says of roles, states and properties: the tables of data/roles.tsv and data/attributes.tsv.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace veedor::a11y {

enum class AriaType : unsigned char {
  boolean,
  optional_boolean,  // or undefined
  tristate,          // true, false, mixed, undefined
  id,
  ids,
  integer,
  number,
  string,
  token,
  tokens,
};

// May it be used whatever the role is (ARIA 1.2 §6.5)?
enum class AriaScope : unsigned char {
  roles,              // only where a role supports it
  global,             // everywhere
  deprecated_global,  // everywhere in ARIA 1.1; since 1.2 authors use it where a role supports it
};

struct AriaAttribute {
  std::string_view name;  // "aria-checked"
  AriaType type = AriaType::string;
  std::vector<std::string_view> tokens;  // of boolean and token types: every valid value, sorted
  std::string_view initial;              // counts where the attribute is absent or empty; "" for undefined
  AriaScope scope = AriaScope::roles;
};

// Some of the attributes, by their place in aria_attributes().
class AriaAttributes {
 public:
  bool contains(const AriaAttribute& attribute) const;
  void add(const AriaAttribute& attribute);
  void add(AriaAttributes others) { bits_ |= others.bits_; }
  bool empty() const { return bits_ == 0; }

 private:
  std::uint64_t bits_ = 0;
};

enum class NameFrom : unsigned char { author, contents, prohibited };

struct AriaRole {
  std::string_view name;  // lower case
  std::vector<std::string_view> superclasses;
  bool abstract = false;  // for the taxonomy only: authors may not use it
  bool deprecated = false;
  NameFrom name_from = NameFrom::author;  // contents: by the author, too
  bool name_required = false;
  bool children_presentational = false;
  std::vector<std::string_view> parents;   // required context: one of them; empty for anywhere
  std::vector<std::string_view> children;  // the roles it owns; empty for any
  AriaAttributes required;
  AriaAttributes supported;   // required and inherited ones, too; without the global ones
  AriaAttributes prohibited;  // though global
};

// Sorted by name; valid for ever.
std::span<const AriaRole> aria_roles();
std::span<const AriaAttribute> aria_attributes();

// By its name in lower case; null for what is none. Abstract roles are found.
const AriaRole* find_aria_role(std::string_view name);
const AriaAttribute* find_aria_attribute(std::string_view name);

// `role` or one of its superclasses is `ancestor`.
bool inherits(const AriaRole& role, std::string_view ancestor);

// May an element of that role have this attribute (ARIA 1.2 §5.2.4 and §5.2.5)?
bool is_allowed(const AriaRole& role, const AriaAttribute& attribute);

}  // namespace veedor::a11y
