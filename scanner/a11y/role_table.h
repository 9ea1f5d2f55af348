// What ARIA 1.2 (with DPUB-ARIA 1.1 and the Graphics module) says of each role that a page may use.
#pragma once

#include <string_view>

namespace veedor::a11y {

// How a role takes part in names.
enum class Naming : unsigned char {
  author,    // named by attributes only
  contents,  // named by its content, too (ARIA 1.2 §5.2.8.5)
};

// What a control is worth within somebody else's name (accname 1.2 §4.3.2, 2C).
enum class Embedded : unsigned char {
  none,  // not a control with a value: its name or its content counts
  textbox,
  choice,  // combobox and listbox: the chosen option
  range,
  container,  // other composite widgets: they have no value, and their items are not part of the text around
              // them
};

struct Role {
  std::string_view name;  // lower case
  Naming naming = Naming::author;
  Embedded embedded = Embedded::none;
};

// The role of that name; null for an unknown or abstract one. `name` is compared as it is: lower-case it
// first.
const Role* find_role(std::string_view name);

}  // namespace veedor::a11y
