// Colours in all their syntaxes (CSS Color 4 §4 to §10, CSS Color 5).
#pragma once

#include <optional>
#include <string_view>

#include "scanner/css/value/colour_spaces.h"
#include "scanner/css/value/compute.h"
#include "scanner/css/value/cursor.h"

namespace veedor::css {

struct ColourScope {
  const ComputeContext& context;
  // Set when the colour that was read depends on the context: currentcolor, system colours, relative units.
  bool contextual = false;
};

// The colour at the cursor, which then stands behind it; nothing where there is none, the cursor anywhere.
std::optional<SpaceColour> read_colour(Cursor& cursor, ColourScope& scope);

// As a declared value: `colour`, or `colour_expression` where it needs a context; `none`, nothing taken,
// where there is no colour.
Value parse_colour_value(Cursor& cursor);

// Does a function of that name give a colour?
bool is_colour_function(std::string_view name);

// "f0f", "f0f8", "ff00ff", "ff00ff88": what follows the # (CSS Color 4 §5.2).
std::optional<Colour> parse_hex(std::string_view digits);

}  // namespace veedor::css
