#include "scanner/css/value/colour_functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "scanner/base/text.h"
#include "scanner/css/value/math.h"
#include "scanner/css/value/numeric.h"
#include "scanner/css/value/units.h"

namespace veedor::css {

namespace {

// How one component is written: times `number` or `percent`, it is what SpaceColour keeps.
struct ChannelSyntax {
  std::string_view name;  // in relative colours
  double number = 1;
  double percent = 1;
  double least = -std::numeric_limits<double>::infinity();  // clamped when parsed
  double most = std::numeric_limits<double>::infinity();
};

struct ColourSyntax {
  std::string_view name;
  ColourSpace space;
  std::array<ChannelSyntax, 3> channels;
  bool legacy = false;  // commas are allowed
};

constexpr ChannelSyntax kHue{"h"};
constexpr std::array<ChannelSyntax, 3> kRgb = {
    {{"r", 1.0 / 255, 0.01, 0, 1}, {"g", 1.0 / 255, 0.01, 0, 1}, {"b", 1.0 / 255, 0.01, 0, 1}}};
constexpr std::array<ChannelSyntax, 3> kHsl = {{kHue, {"s", 1, 1, 0, 100}, {"l", 1, 1, 0, 100}}};

constexpr auto kSyntaxes = std::to_array<ColourSyntax>({
    {"rgb", ColourSpace::srgb, kRgb, true},
    {"rgba", ColourSpace::srgb, kRgb, true},
    {"hsl", ColourSpace::hsl, kHsl, true},
    {"hsla", ColourSpace::hsl, kHsl, true},
    {"hwb", ColourSpace::hwb, {{kHue, {"w", 1, 1, 0, 100}, {"b", 1, 1, 0, 100}}}},
    {"lab", ColourSpace::lab, {{{"l", 1, 1, 0, 100}, {"a", 1, 1.25}, {"b", 1, 1.25}}}},
    {"lch", ColourSpace::lch, {{{"l", 1, 1, 0, 100}, {"c", 1, 1.5, 0}, kHue}}},
    {"oklab", ColourSpace::oklab, {{{"l", 1, 0.01, 0, 1}, {"a", 1, 0.004}, {"b", 1, 0.004}}}},
    {"oklch", ColourSpace::oklch, {{{"l", 1, 0.01, 0, 1}, {"c", 1, 0.004, 0}, kHue}}},
});
constexpr std::array<ChannelSyntax, 3> kColorRgb = {{{"r", 1, 0.01}, {"g", 1, 0.01}, {"b", 1, 0.01}}};
constexpr std::array<ChannelSyntax, 3> kColorXyz = {{{"x", 1, 0.01}, {"y", 1, 0.01}, {"z", 1, 0.01}}};

const ColourSyntax* find_syntax(std::string_view name) {
  const auto found =
      std::ranges::find_if(kSyntaxes, [&](const ColourSyntax& s) { return ascii_iequals(s.name, name); });
  return found == kSyntaxes.end() ? nullptr : &*found;
}

struct Component {
  enum class Kind { number, percentage, angle } kind = Kind::number;
  double value = 0;
  bool missing = false;
};

struct Variables {
  std::array<MathVariable, 4> list;  // three channels and alpha
  std::array<bool, 4> missing{};
  std::size_t count = 0;
  std::span<const MathVariable> span() const { return {list.data(), count}; }
};

std::optional<Component> read_function(Cursor& cursor, ColourScope& scope, const Variables& variables) {
  const auto result = read_math(cursor, {.context = scope.context, .variables = variables.span()});
  if (!result) return {};
  scope.contextual = scope.contextual || result->relative;
  const double value = std::isnan(result->value) ? 0 : result->value;
  if (result->type == kNumberType) return Component{Component::Kind::number, value};
  if (result->type == kPercentType) return Component{Component::Kind::percentage, value};
  if (result->type == kAngleType) return Component{Component::Kind::angle, value};
  return {};
}

std::optional<Component> read_name(std::string_view name, const Variables& variables) {
  if (ascii_iequals(name, "none")) return Component{.missing = true};
  for (std::size_t i = 0; i < variables.count; ++i) {
    if (!ascii_iequals(variables.list[i].name, name)) continue;
    return Component{.value = variables.list[i].value, .missing = variables.missing[i]};
  }
  return {};
}

std::optional<Component> read_component(Cursor& cursor, ColourScope& scope, const Variables& variables) {
  const Token& token = cursor.peek();
  switch (token.kind) {
    case TokenKind::number:
      return Component{Component::Kind::number, cursor.take().number};
    case TokenKind::percentage:
      return Component{Component::Kind::percentage, cursor.take().number};
    case TokenKind::dimension: {
      const auto unit = find_angle_unit(token.text);
      if (!unit) return {};
      return Component{Component::Kind::angle, cursor.take().number * *unit};
    }
    case TokenKind::ident:
      return read_name(cursor.take().text, variables);
    case TokenKind::function:
      return read_function(cursor, scope, variables);
    default:
      return {};
  }
}

// In the unit that SpaceColour keeps; nothing where the kind does not fit.
std::optional<double> scaled(const Component& component, const ChannelSyntax& syntax) {
  const bool hue = syntax.name == "h";
  if (hue && component.kind == Component::Kind::percentage) return {};
  if (hue) return std::isfinite(component.value) ? component.value : 0;
  if (component.kind == Component::Kind::angle) return {};
  return component.value * (component.kind == Component::Kind::percentage ? syntax.percent : syntax.number);
}

bool read_alpha(Cursor& cursor, ColourScope& scope, const Variables& variables, SpaceColour& colour) {
  const auto alpha = read_component(cursor, scope, variables);
  if (!alpha || alpha->kind == Component::Kind::angle) return false;
  colour.alpha_missing = alpha->missing;
  const double value = alpha->kind == Component::Kind::percentage ? alpha->value / 100 : alpha->value;
  colour.alpha = std::clamp(value, 0.0, 1.0);
  return true;
}

// CSS Color 4 §5.1 and §7: with commas, components are of one kind and `none` is not allowed.
bool legal_with_commas(const ColourSyntax& syntax, const std::array<Component, 3>& components) {
  for (const Component& component : components) {
    if (component.missing) return false;
  }
  if (components[1].kind != components[2].kind) return false;
  if (syntax.space == ColourSpace::hsl) return components[1].kind == Component::Kind::percentage;
  return components[0].kind == components[1].kind;
}

// The channels of the colour after "from", in the units in which this function writes them.
Variables variables_of(const SpaceColour& origin, const ColourSyntax& syntax) {
  Variables variables;
  for (std::size_t i = 0; i < 3; ++i) {
    const double value = origin.missing[i] ? 0 : origin.components[i];
    variables.list[i] = {syntax.channels[i].name, value / syntax.channels[i].number};
    variables.missing[i] = origin.missing[i];
  }
  variables.list[3] = {"alpha", origin.alpha_missing ? 0 : origin.alpha};
  variables.missing[3] = origin.alpha_missing;
  variables.count = 4;
  return variables;
}

// The channels and the alpha; `from` and the space have been read.
std::optional<SpaceColour> read_channels(const ColourSyntax& syntax, Cursor& cursor, ColourScope& scope,
                                         const std::optional<SpaceColour>& origin) {
  const Variables variables = origin ? variables_of(*origin, syntax) : Variables();
  std::array<Component, 3> components;
  bool commas = false;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto component = read_component(cursor, scope, variables);
    if (!component) return {};
    components[i] = *component;
    if (i == 0) commas = syntax.legacy && !origin && cursor.peek().is(TokenKind::comma);
    if (i < 2 && commas && !cursor.take_comma()) return {};
  }
  if (commas && !legal_with_commas(syntax, components)) return {};
  SpaceColour colour{.space = syntax.space};
  for (std::size_t i = 0; i < 3; ++i) {
    const ChannelSyntax& channel = syntax.channels[i];
    const auto value = scaled(components[i], channel);
    if (!value) return {};
    const bool in_gamut_only = !origin || syntax.space >= ColourSpace::lab;
    const bool clamped = in_gamut_only && channel.name != "h";
    colour.components[i] =
        std::clamp(clamped ? std::clamp(*value, channel.least, channel.most) : *value, -1e6, 1e6);
    colour.missing[i] = components[i].missing;
  }
  if (origin) {
    colour.alpha = origin->alpha;
    colour.alpha_missing = origin->alpha_missing;
  }
  const bool has_alpha = commas ? cursor.take_comma() : cursor.take_delim('/');
  if (has_alpha && !read_alpha(cursor, scope, variables, colour)) return {};
  return cursor.at_end() ? std::optional(colour) : std::nullopt;
}

// CSS Color 4 §10.1: what follows "color(".
std::optional<ColourSyntax> read_space(Cursor& cursor) {
  if (!cursor.peek().is(TokenKind::ident)) return {};
  const auto space = find_colour_space(cursor.take().text);
  if (!space || *space >= ColourSpace::hsl) return {};
  const bool xyz = *space == ColourSpace::xyz_d50 || *space == ColourSpace::xyz_d65;
  return ColourSyntax{"color", *space, xyz ? kColorXyz : kColorRgb};
}

// Legacy syntaxes are sRGB as soon as they are read, so that a grey has no hue (CSS Color 4 §4.4, §12.1).
SpaceColour resolved(const SpaceColour& colour) {
  const bool missing = colour.missing[0] || colour.missing[1] || colour.missing[2];
  const bool cylinder = colour.space == ColourSpace::hsl || colour.space == ColourSpace::hwb;
  return cylinder && !missing ? convert(colour, ColourSpace::srgb) : colour;
}

}  // namespace

bool lists_components(std::string_view name) {
  return ascii_iequals(name, "color") || find_syntax(name) != nullptr;
}

std::optional<SpaceColour> read_components(std::string_view name, Cursor& arguments, ColourScope& scope) {
  std::optional<SpaceColour> origin;
  if (arguments.take_ident("from")) {
    origin = read_colour(arguments, scope);
    if (!origin) return {};
  }
  std::optional<ColourSyntax> syntax;
  if (const ColourSyntax* const known = find_syntax(name)) {
    syntax = *known;
  } else {
    syntax = read_space(arguments);
  }
  if (!syntax) return {};
  if (origin) origin = convert(*origin, syntax->space);
  const auto colour = read_channels(*syntax, arguments, scope, origin);
  if (!colour) return {};
  return resolved(*colour);
}

}  // namespace veedor::css
