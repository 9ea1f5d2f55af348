// What changes to the eye when an element takes focus with the keyboard.
#pragma once

#include <cstdint>

#include "rules/support/backdrop.h"
#include "scanner/css/cascade/styles.h"

namespace veedor::rules {

enum class FocusMark : std::uint8_t {
  seen,      // an outline, or another change of its style
  replaced,  // the outline only takes the place of a part of the border: it looks as before
  hidden,    // nothing changes, or the outline has the colour of what is behind it
  elsewhere,  // nothing changes on itself, but perhaps on elements around, beside or inside
};

FocusMark focus_mark(const css::Styles& styles, Backdrops& backdrops, html::Element element);

inline constexpr css::States kKeyboardFocus{.focus = true, .focus_visible = true};

}  // namespace veedor::rules
