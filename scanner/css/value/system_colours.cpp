#include <algorithm>
#include <array>

#include "scanner/base/text.h"
#include "scanner/css/value/colour_names.h"

namespace veedor::css {

namespace {

// Light, then dark.
constexpr auto kSystemColours = std::to_array<SystemColour>({
    {"accentcolor", Colour::rgb8(0, 117, 255), Colour::rgb8(153, 200, 255)},
    {"accentcolortext", Colour::rgb8(255, 255, 255), Colour::rgb8(59, 59, 59)},
    {"activetext", Colour::rgb8(255, 0, 0), Colour::rgb8(255, 158, 158)},
    {"buttonborder", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"buttonface", Colour::rgb8(239, 239, 239), Colour::rgb8(107, 107, 107)},
    {"buttontext", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"canvas", Colour::rgb8(255, 255, 255), Colour::rgb8(18, 18, 18)},
    {"canvastext", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"field", Colour::rgb8(255, 255, 255), Colour::rgb8(59, 59, 59)},
    {"fieldtext", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"graytext", Colour::rgb8(128, 128, 128), Colour::rgb8(128, 128, 128)},
    {"highlight", Colour::rgb8(181, 213, 255), Colour::rgb8(153, 200, 255)},
    {"highlighttext", Colour::rgb8(0, 0, 0), Colour::rgb8(59, 59, 59)},
    {"linktext", Colour::rgb8(0, 0, 238), Colour::rgb8(158, 158, 255)},
    {"mark", Colour::rgb8(255, 255, 0), Colour::rgb8(255, 255, 0)},
    {"marktext", Colour::rgb8(0, 0, 0), Colour::rgb8(0, 0, 0)},
    {"selecteditem", Colour::rgb8(25, 103, 210), Colour::rgb8(153, 200, 255)},
    {"selecteditemtext", Colour::rgb8(255, 255, 255), Colour::rgb8(59, 59, 59)},
    {"visitedtext", Colour::rgb8(85, 26, 139), Colour::rgb8(208, 173, 240)},
    {"-webkit-activelink", Colour::rgb8(255, 0, 0), Colour::rgb8(255, 158, 158)},
    {"-webkit-link", Colour::rgb8(0, 0, 238), Colour::rgb8(158, 158, 255)},
    {"-webkit-text", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"-webkit-focus-ring-color", Colour::rgb8(16, 16, 16), Colour::rgb8(255, 255, 255)},
    // Deprecated, each with the value of the one that replaces it (CSS Color 4, Appendix A).
    {"appworkspace", Colour::rgb8(255, 255, 255), Colour::rgb8(18, 18, 18)},
    {"background", Colour::rgb8(255, 255, 255), Colour::rgb8(18, 18, 18)},
    {"inactivecaption", Colour::rgb8(255, 255, 255), Colour::rgb8(18, 18, 18)},
    {"infobackground", Colour::rgb8(255, 255, 255), Colour::rgb8(18, 18, 18)},
    {"menu", Colour::rgb8(255, 255, 255), Colour::rgb8(18, 18, 18)},
    {"scrollbar", Colour::rgb8(255, 255, 255), Colour::rgb8(18, 18, 18)},
    {"window", Colour::rgb8(255, 255, 255), Colour::rgb8(18, 18, 18)},
    {"activeborder", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"inactiveborder", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"threeddarkshadow", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"threedhighlight", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"threedlightshadow", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"threedshadow", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"windowframe", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"buttonhighlight", Colour::rgb8(239, 239, 239), Colour::rgb8(107, 107, 107)},
    {"buttonshadow", Colour::rgb8(239, 239, 239), Colour::rgb8(107, 107, 107)},
    {"threedface", Colour::rgb8(239, 239, 239), Colour::rgb8(107, 107, 107)},
    {"captiontext", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"infotext", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"menutext", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"windowtext", Colour::rgb8(0, 0, 0), Colour::rgb8(255, 255, 255)},
    {"inactivecaptiontext", Colour::rgb8(128, 128, 128), Colour::rgb8(128, 128, 128)},
    {"activecaption", Colour::rgb8(255, 255, 255), Colour::rgb8(18, 18, 18)},
});

}  // namespace

const SystemColour* find_system_colour(std::string_view name) {
  const auto found = std::ranges::find_if(
      kSystemColours, [&](const SystemColour& colour) { return ascii_iequals(colour.name, name); });
  return found == kSystemColours.end() ? nullptr : &*found;
}

}  // namespace veedor::css
