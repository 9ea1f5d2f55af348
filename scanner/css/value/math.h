// The math functions of CSS Values 4 §10: calc(), min(), round(), sin() … with their types checked.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "scanner/css/value/compute.h"
#include "scanner/css/value/cursor.h"

namespace veedor::css {

// Powers of the base types (§10.2 "typed arithmetic"): {.length = 1} is a length, all zero a number.
struct MathType {
  int length = 0;
  int angle = 0;
  int time = 0;
  int percent = 0;
  bool operator==(const MathType&) const = default;
};
inline constexpr MathType kNumberType{};
inline constexpr MathType kLengthType{.length = 1};
inline constexpr MathType kAngleType{.angle = 1};
inline constexpr MathType kTimeType{.time = 1};
inline constexpr MathType kPercentType{.percent = 1};

// value + percent %, in px, degrees, seconds.
struct Quantity {
  MathType type;
  double value = 0;
  double percent = 0;     // only where percentages stand for lengths
  bool relative = false;  // made of font-relative or viewport units: another context, another value
  bool opaque = false;    // not a sum of px and %, such as min(10px, 5%): only its type is known
};

// A name that stands for a number: the channels of a relative colour.
struct MathVariable {
  std::string_view name;
  double value = 0;
};

struct MathScope {
  const ComputeContext& context;
  bool percent_is_length = false;
  std::span<const MathVariable> variables = {};
};

// Is it one of the functions that math() reads?
bool is_math_function(std::string_view name);

// The function that the cursor stands at, which moves behind it; nothing where its syntax or its types are
// wrong.
std::optional<Quantity> read_math(Cursor& cursor, const MathScope& scope);

}  // namespace veedor::css
