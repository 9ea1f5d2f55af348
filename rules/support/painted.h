// The colours that CSS values paint with: the stops of gradients, the layers of background-image, shadows.
#pragma once

#include <string_view>
#include <vector>

#include "scanner/css/cascade/style.h"

namespace veedor::rules {

// One layer of background-image; none of both where it is `none`.
struct ImageLayer {
  bool image = false;                // url() and the like: nobody knows what it shows
  std::vector<css::Colour> colours;  // of a gradient: its stops and what lies between; may be translucent
};

// Topmost first.
std::vector<ImageLayer> image_layers(std::string_view background_image, css::Colour current_colour);

// Is this one image an icon that stands in the padding of its box, beside the text?
bool is_icon_in_padding(const css::Style& style);
// May the images leave a part of the box without them?
bool is_partial(const css::Style& style);

struct TextShadow {
  double x = 0;  // px
  double y = 0;
  double blur = 0;
  css::Colour colour;
};
std::vector<TextShadow> text_shadows(const css::Style& style);

}  // namespace veedor::rules
