// What a control within somebody else's name is worth (accname 1.2 §4.3.2, 2C), by its role.
#pragma once

#include "scanner/a11y/aria.h"

namespace veedor::a11y {

enum class Embedded : unsigned char {
  none,  // not a control with a value: its name or its content counts
  textbox,
  choice,  // combobox and listbox: the chosen option
  range,
  container,  // other composite widgets: no value, and their items are not part of the text around them
};

Embedded embedded(const AriaRole& role);

}  // namespace veedor::a11y
