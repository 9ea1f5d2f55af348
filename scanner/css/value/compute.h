// From a declared value to a computed one, where that needs nothing but numbers: lengths to px, sums to px
// and percent, colours to sRGB.
#pragma once

#include <optional>
#include <string_view>

#include "scanner/css/environment.h"
#include "scanner/css/text_pool.h"
#include "scanner/css/value/property.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

struct ComputeContext {
  double font_size = 16;       // of the element, or of its parent while font-size itself is computed; px
  double root_font_size = 16;  // px
  double line_height = 19.2;   // for lh; px
  double root_line_height = 19.2;
  float viewport_width = 1280;
  float viewport_height = 1024;
  Colour current_colour{};  // of the element, or of its parent while color itself is computed
  ColourScheme scheme = ColourScheme::light;  // used for system colours and light-dark()
};

// The length in px (CSS Values 4 §6).
double to_px(double number, Unit unit, const ComputeContext& context);

// The computed form of `value`, a declared value of `property` of any kind but wide and unresolved: lengths
// and math become px, percentages, length_percentages or numbers; colours and colour expressions become
// colours. Everything else is answered as it is. `none` where a math or colour expression turns out to be
// meaningless (calc(1px + 1)).
Value compute(Property property, const Value& value, const ComputeContext& context);

// A colour written in any syntax, resolved; nothing for what is no colour. For the parts of gradients and
// shadows, too.
std::optional<Colour> parse_colour(std::string_view text, const ComputeContext& context);

}  // namespace veedor::css
