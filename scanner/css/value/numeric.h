// Numbers, lengths, percentages and math functions as values of a property.
#pragma once

#include <cstdint>
#include <optional>

#include "scanner/css/value/compute.h"
#include "scanner/css/value/cursor.h"
#include "scanner/css/value/math.h"

namespace veedor::css {

// What a property takes. A set of bits.
using Accepts = std::uint16_t;
inline constexpr Accepts kNumber = 1;
inline constexpr Accepts kInteger = 2;
inline constexpr Accepts kLength = 4;
inline constexpr Accepts kPercentage = 8;  // together with kLength: percentages stand for lengths
inline constexpr Accepts kNonNegative = 16;
inline constexpr Accepts kPositive = 32;         // an integer of at least 1
inline constexpr Accepts kShare = 64;            // percentages are numbers, 50% is 0.5
inline constexpr Accepts kUpToOne = 128;         // clamped to [0, 1]
inline constexpr Accepts kColour = 256;          // a colour, too
inline constexpr Accepts kWeight = 512;          // a number from 1 to 1000
inline constexpr Accepts kUnitlessQuirk = 1024;  // Quirks Mode Standard §3.2
inline constexpr Accepts kHashlessQuirk = 2048;  // Quirks Mode Standard §3.1
inline constexpr Accepts kLengthPercentage = kLength | kPercentage;

// One number, length or percentage, or a math function, which becomes `math` where it needs a context. `none`
// with nothing taken for anything else, and for what lies outside of the range.
Value parse_numeric(Cursor& cursor, Accepts accepts);

// As a value of a property, clamped to its range; `none` where the type is not what it takes. Sums that are
// opaque have no such value.
Value finish(const Quantity& quantity, Accepts accepts);

// An angle in degrees, a time in seconds: literal or math. A plain zero is an angle for legacy functions.
std::optional<double> parse_angle(Cursor& cursor);
std::optional<double> parse_time(Cursor& cursor);

}  // namespace veedor::css
