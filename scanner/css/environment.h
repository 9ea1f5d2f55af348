// What a style sheet can ask about the reader's device (Media Queries 4 and 5). One environment, one set of
// computed styles.
#pragma once

#include <cstdint>

namespace veedor::css {

enum class MediaType : std::uint8_t { screen, print };
enum class ColourScheme : std::uint8_t { light, dark };
enum class Motion : std::uint8_t { any, reduced };
enum class Contrast : std::uint8_t { any, more, less };
enum class Pointer : std::uint8_t { none, coarse, fine };
enum class ForcedColours : std::uint8_t { none, active };

// A desktop browser's window by default.
struct Environment {
  float width = 1280;  // of the viewport, CSS px
  float height = 1024;
  MediaType type = MediaType::screen;
  ColourScheme scheme = ColourScheme::light;  // that the reader prefers
  Motion motion = Motion::any;
  Contrast contrast = Contrast::any;
  Pointer pointer = Pointer::fine;  // coarse: no hover
  ForcedColours forced_colours = ForcedColours::none;
  float resolution = 1;  // dppx
  bool operator==(const Environment&) const = default;
};

}  // namespace veedor::css
