#include "scanner/css/value/colour_mix.h"

#include <algorithm>
#include <cmath>

#include "scanner/css/value/math.h"

namespace veedor::css {

namespace {

// Components of different spaces that mean the same, so that a missing one stays missing (CSS Color 4 §12.2).
enum class Meaning { own, red, green, blue, lightness, colourfulness, hue, a, b };

Meaning meaning(ColourSpace space, std::size_t i) {
  switch (space) {
    case ColourSpace::hsl:
      return std::array{Meaning::hue, Meaning::colourfulness, Meaning::lightness}[i];
    case ColourSpace::hwb:
      return std::array{Meaning::hue, Meaning::own, Meaning::own}[i];
    case ColourSpace::lab:
    case ColourSpace::oklab:
      return std::array{Meaning::lightness, Meaning::a, Meaning::b}[i];
    case ColourSpace::lch:
    case ColourSpace::oklch:
      return std::array{Meaning::lightness, Meaning::colourfulness, Meaning::hue}[i];
    default:
      return std::array{Meaning::red, Meaning::green, Meaning::blue}[i];
  }
}

SpaceColour convert_with_missing(const SpaceColour& colour, ColourSpace to) {
  SpaceColour result = convert(colour, to);
  if (colour.space == to) return result;
  for (std::size_t i = 0; i < 3; ++i) {
    const Meaning wanted = meaning(colour.space, i);
    if (!colour.missing[i] || wanted == Meaning::own) continue;
    for (std::size_t j = 0; j < 3; ++j) {
      if (meaning(to, j) == wanted) result.missing[j] = true;
    }
  }
  return result;
}

// CSS Color 4 §12.4
double fixed_hue(double from, double to, std::string_view method) {
  const double turn = to - from;
  if (method == "longer") {
    if (turn > 0 && turn < 180) return to - 360;
    if (turn > -180 && turn <= 0) return to + 360;
    return to;
  }
  if (method == "increasing") return turn < 0 ? to + 360 : to;
  if (method == "decreasing") return turn > 0 ? to - 360 : to;
  if (turn > 180) return to - 360;
  return turn < -180 ? to + 360 : to;
}

double within_turn(double hue) {
  const double rest = std::fmod(hue, 360);
  return rest < 0 ? rest + 360 : rest;
}

// What is missing on one side takes the other's value.
void lend(SpaceColour& a, const SpaceColour& b) {
  for (std::size_t i = 0; i < 3; ++i) {
    if (a.missing[i] && !b.missing[i]) a.components[i] = b.components[i];
  }
  if (a.alpha_missing && !b.alpha_missing) a.alpha = b.alpha;
}

// `share` of b, the rest of a; premultiplied (§12.3).
SpaceColour interpolate(SpaceColour a, SpaceColour b, double share, std::string_view method) {
  const SpaceColour lender = a;
  lend(a, b);
  lend(b, lender);
  SpaceColour result{.space = a.space, .alpha_missing = a.alpha_missing && b.alpha_missing};
  const double alpha_a = result.alpha_missing ? 1 : a.alpha;
  const double alpha_b = result.alpha_missing ? 1 : b.alpha;
  result.alpha = alpha_a * (1 - share) + alpha_b * share;
  const std::size_t hue = hue_index(a.space);
  for (std::size_t i = 0; i < 3; ++i) {
    result.missing[i] = a.missing[i] && b.missing[i];
    const double from = a.components[i], to = b.components[i];
    if (i == hue) {
      const double start = within_turn(from);
      const double end = fixed_hue(start, within_turn(to), method);
      result.components[i] = within_turn(start * (1 - share) + end * share);
      continue;
    }
    const double mixed = from * alpha_a * (1 - share) + to * alpha_b * share;
    result.components[i] = result.alpha == 0 ? mixed : mixed / result.alpha;
  }
  return result;
}

struct Part {
  SpaceColour colour;
  std::optional<double> percent;
};

// False for a percentage that is not between 0 and 100.
bool read_percentage(Cursor& cursor, ColourScope& scope, std::optional<double>& percent) {
  double value = 0;
  if (cursor.peek().is(TokenKind::percentage)) {
    value = cursor.take().number;
    if (value < 0 || value > 100) return false;
  } else if (cursor.is_function() && is_math_function(cursor.peek().text)) {
    const auto math = read_math(cursor, {.context = scope.context});
    if (!math || math->type != kPercentType) return false;
    scope.contextual = scope.contextual || math->relative;
    value = std::isnan(math->value) ? 0 : std::clamp(math->value, 0.0, 100.0);
  } else {
    return true;
  }
  if (percent) return false;
  percent = value;
  return true;
}

std::optional<Part> read_part(Cursor& cursor, ColourScope& scope) {
  Part part;
  if (!read_percentage(cursor, scope, part.percent)) return {};
  const auto colour = read_colour(cursor, scope);
  if (!colour || !read_percentage(cursor, scope, part.percent)) return {};
  part.colour = *colour;
  return part;
}

struct Method {
  ColourSpace space = ColourSpace::oklab;
  std::string_view hue;  // "" for shorter
};

std::optional<Method> read_method(Cursor& cursor) {
  if (!cursor.take_ident("in") || !cursor.peek().is(TokenKind::ident)) return {};
  const auto space = find_colour_space(cursor.take().text);
  if (!space) return {};
  Method method{.space = *space};
  method.hue = cursor.take_word("shorter longer increasing decreasing");
  if (!method.hue.empty() && (!is_polar(*space) || !cursor.take_ident("hue"))) return {};
  return method;
}

}  // namespace

std::optional<SpaceColour> read_colour_mix(Cursor& arguments, ColourScope& scope) {
  const auto method = read_method(arguments);
  if (!method || !arguments.take_comma()) return {};
  const auto a = read_part(arguments, scope);
  if (!a || !arguments.take_comma()) return {};
  const auto b = read_part(arguments, scope);
  if (!b || !arguments.at_end()) return {};

  // CSS Color 5 §3.2: what is left out is the rest to 100 %; a sum below 100 % makes the result translucent.
  const double first = a->percent ? *a->percent : b->percent ? 100 - *b->percent : 50;
  const double second = b->percent ? *b->percent : 100 - first;
  const double sum = first + second;
  if (sum <= 0) return {};
  SpaceColour mixed = interpolate(convert_with_missing(a->colour, method->space),
                                  convert_with_missing(b->colour, method->space), second / sum, method->hue);
  if (sum < 100) mixed.alpha *= sum / 100;
  return mixed;
}

}  // namespace veedor::css
