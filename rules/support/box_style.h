// What one computed style says of its box, before any layout.
#pragma once

#include "scanner/css/cascade/style.h"

namespace veedor::rules {

inline bool is_out_of_flow(const css::Style& style) {
  const css::Value& position = style[css::Property::position];
  return position.is("absolute") || position.is("fixed");
}

inline bool is_transformed(const css::Style& style) {
  return !style[css::Property::transform].is("none") || !style[css::Property::translate].is("none");
}

inline bool is_positioned(const css::Style& style) { return !style[css::Property::position].is("static"); }

inline bool has_image(const css::Style& style) { return !style[css::Property::background_image].is("none"); }

inline bool has_background(const css::Style& style) {
  return style.colour(css::Property::background_color).alpha > 0 || has_image(style);
}

}  // namespace veedor::rules
