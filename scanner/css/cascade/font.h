// The sizes and weights of fonts (CSS Fonts 4 §2.5, §2.2).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace veedor::css {

// 1 for xx-small … 8 for xxx-large; 0 for what is no such keyword.
std::uint8_t font_keyword(std::string_view text);
// Its size in px as browsers have it for a default of 16px, or of 13px for monospace.
double font_keyword_size(std::uint8_t keyword, bool monospace);
// Browsers make a text smaller whose family is the generic monospace and nothing else.
bool is_only_monospace(std::string_view family);
inline constexpr double kMonospaceFactor = 13.0 / 16.0;
// The computed weight of `bolder` (true) and `lighter` within `inherited` (CSS Fonts 4 §2.2.1).
double relative_weight(double inherited, bool bolder);

}  // namespace veedor::css
