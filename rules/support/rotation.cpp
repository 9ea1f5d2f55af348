#include "rules/support/rotation.h"

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <string_view>
#include <vector>

#include "scanner/base/text.h"
#include "scanner/css/value/property.h"

namespace veedor::rules {
namespace {

constexpr double kDegrees = 180 / std::numbers::pi;
constexpr std::size_t kMaxText = 2048;
constexpr std::size_t kMaxArguments = 16;

// CSS Values 4 §7.1; a bare 0 is an angle in transforms.
std::optional<double> angle(std::string_view text) {
  text = trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  const std::string unit = ascii_lower(text.substr(static_cast<std::size_t>(end - text.data())));
  if (unit == "deg") return number;
  if (unit == "grad") return number * 0.9;
  if (unit == "rad") return number * kDegrees;
  if (unit == "turn") return number * 360;
  if (unit.empty() && number == 0) return 0;
  return std::nullopt;
}

std::optional<double> number(std::string_view text) {
  text = trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

// Around the axis (x, y, z): only the part around z turns what is read.
std::optional<double> around_axis(std::string_view x, std::string_view y, std::string_view z,
                                  std::string_view turn) {
  const auto to_the_side = number(x);
  const auto down = number(y);
  const auto out = number(z);
  const auto degrees = angle(turn);
  if (!to_the_side || !down || !out || !degrees) return std::nullopt;
  if (*to_the_side != 0 || *down != 0) return 0;
  if (*out == 0) return 0;
  return *out > 0 ? *degrees : -*degrees;
}

std::optional<double> of_matrix(std::string_view a, std::string_view b) {
  const auto cosine = number(a);
  const auto sine = number(b);
  if (!cosine || !sine) return std::nullopt;
  return std::atan2(*sine, *cosine) * kDegrees;
}

// CSS Transforms 2 §9: the functions that can turn around z.
std::optional<double> of_function(std::string_view name, const std::vector<std::string_view>& arguments) {
  const std::size_t count = arguments.size();
  if ((name == "rotate" || name == "rotatez") && count == 1) return angle(arguments[0]);
  if (name == "rotate3d" && count == 4)
    return around_axis(arguments[0], arguments[1], arguments[2], arguments[3]);
  if ((name == "matrix" && count == 6) || (name == "matrix3d" && count == 16))
    return of_matrix(arguments[0], arguments[1]);
  return 0;
}

std::optional<double> of_transform(std::string_view text) {
  double sum = 0;
  while (true) {
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos) return sum;
    const std::size_t close = text.find(')', open);
    if (close == std::string_view::npos ||
        text.substr(open + 1, close - open).find('(') != std::string_view::npos)
      return std::nullopt;  // calc() and the like
    const std::string_view inner = text.substr(open + 1, close - open - 1);
    const auto turn = of_function(ascii_lower(trim(text.substr(0, open))), split(inner, ','));
    if (!turn) return std::nullopt;
    sum += *turn;
    text.remove_prefix(close + 1);
  }
}

// The property rotate: an angle, or an axis with an angle on either side of it (CSS Transforms 2 §5).
std::optional<double> of_rotate(std::string_view text) {
  const auto words = split_whitespace(text);
  if (words.empty() || ascii_iequals(text, "none")) return 0;
  if (words.size() == 1) return angle(words[0]);
  if (words.size() == 4) {
    return angle(words[3]) ? around_axis(words[0], words[1], words[2], words[3])
                           : around_axis(words[1], words[2], words[3], words[0]);
  }
  if (words.size() != 2) return std::nullopt;
  const bool axis_first = !angle(words[0]);
  return ascii_iequals(words[axis_first ? 0 : 1], "z") ? angle(words[axis_first ? 1 : 0])
                                                       : std::optional(0.0);
}

}  // namespace

std::optional<double> rotation_of(const css::Style& style) {
  const css::Value& transform = style[css::Property::transform];
  const css::Value& rotate = style[css::Property::rotate];
  if (transform.is("none") && rotate.is("none")) return 0;
  const auto first = of_transform(transform.is("none") ? "" : transform.text().substr(0, kMaxText));
  const auto second = of_rotate(rotate.is("none") ? "" : rotate.text().substr(0, kMaxText));
  if (!first || !second) return std::nullopt;
  return *first + *second;
}

}  // namespace veedor::rules
