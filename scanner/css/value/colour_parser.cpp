#include "scanner/css/value/colour_parser.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"
#include "scanner/css/value/colour_functions.h"
#include "scanner/css/value/colour_mix.h"
#include "scanner/css/value/colour_names.h"

namespace veedor::css {

namespace {

constexpr std::string_view kCurrentColour = "currentcolor";

int hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<SpaceColour> read_name(std::string_view name, ColourScope& scope) {
  if (const auto named = find_named_colour(name)) return from_srgb(*named);
  if (ascii_iequals(name, kCurrentColour)) {
    scope.contextual = true;
    return from_srgb(scope.context.current_colour);
  }
  const SystemColour* const system = find_system_colour(name);
  if (!system) return {};
  scope.contextual = true;
  return from_srgb(system->in(scope.context.scheme));
}

// CSS Color 5 §7
std::optional<SpaceColour> read_light_dark(Cursor& arguments, ColourScope& scope) {
  scope.contextual = true;
  const auto light = read_colour(arguments, scope);
  if (!light || !arguments.take_comma()) return {};
  const auto dark = read_colour(arguments, scope);
  if (!dark || !arguments.at_end()) return {};
  return scope.context.scheme == ColourScheme::dark ? dark : light;
}

// CSS Color 5 §8: black or white, whichever contrasts more (by WCAG 2's ratio; white when they tie).
std::optional<SpaceColour> read_contrast(Cursor& arguments, ColourScope& scope) {
  const auto colour = read_colour(arguments, scope);
  if (!colour || !arguments.at_end()) return {};
  const double luminance = convert(*colour, ColourSpace::xyz_d65).components[1];
  const double against_white = 1.05 / (luminance + 0.05), against_black = (luminance + 0.05) / 0.05;
  return from_srgb(against_white >= against_black ? Colour::rgb8(255, 255, 255) : Colour::rgb8(0, 0, 0));
}

std::optional<SpaceColour> read_function(Cursor& cursor, ColourScope& scope) {
  const std::string_view name = cursor.peek().text;
  if (!is_colour_function(name)) return {};
  Cursor arguments = cursor.take_block();
  if (arguments.too_deep()) return {};
  if (ascii_iequals(name, "color-mix")) return read_colour_mix(arguments, scope);
  if (ascii_iequals(name, "light-dark")) return read_light_dark(arguments, scope);
  if (ascii_iequals(name, "contrast-color")) return read_contrast(arguments, scope);
  return read_components(name, arguments, scope);
}

// Quirks Mode Standard §3.1: what a browser of 1996 would have taken for hexadecimal digits.
std::optional<SpaceColour> read_hashless(Cursor& cursor) {
  const Token& token = cursor.peek();
  std::string digits;
  if (token.is(TokenKind::ident)) {
    digits = token.text;
    if (digits.size() != 3 && digits.size() != 6) return {};
  } else if (token.is(TokenKind::number) || token.is(TokenKind::dimension)) {
    if (!token.integer || token.number < 0 || token.number > 999999) return {};
    digits = std::to_string(static_cast<int>(token.number));
    if (token.is(TokenKind::dimension)) digits += token.text;
    if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
    if (digits.size() != 6) return {};
  }
  const auto colour = parse_hex(digits);
  if (!colour) return {};
  cursor.take();
  return from_srgb(*colour);
}

// A single name as a declared value, its text static.
Value declared_name(std::string_view name) {
  if (const auto named = find_named_colour(name)) return Value::of(*named);
  if (ascii_iequals(name, kCurrentColour)) return Value::colour_expression(kCurrentColour);
  const SystemColour* const system = find_system_colour(name);
  return system ? Value::colour_expression(system->name) : Value();
}

}  // namespace

std::optional<Colour> parse_hex(std::string_view digits) {
  const std::size_t size = digits.size();
  if (size != 3 && size != 4 && size != 6 && size != 8) return {};
  if (std::ranges::any_of(digits, [](char c) { return hex_digit(c) < 0; })) return {};
  const std::size_t width = size < 6 ? 1 : 2;
  std::array<int, 4> channels = {0, 0, 0, 255};
  for (std::size_t i = 0; i * width < size; ++i) {
    const int high = hex_digit(digits[i * width]);
    channels[i] = high * 16 + (width == 1 ? high : hex_digit(digits[i * width + 1]));
  }
  return Colour::rgb8(channels[0], channels[1], channels[2], static_cast<float>(channels[3]) / 255);
}

bool is_colour_function(std::string_view name) {
  return lists_components(name) || ascii_iequals(name, "color-mix") || ascii_iequals(name, "light-dark") ||
         ascii_iequals(name, "contrast-color");
}

std::optional<SpaceColour> read_colour(Cursor& cursor, ColourScope& scope) {
  const Token& token = cursor.peek();
  if (token.is(TokenKind::hash)) {
    const auto colour = parse_hex(cursor.take().text);
    if (!colour) return {};
    return from_srgb(*colour);
  }
  if (token.is(TokenKind::function)) return read_function(cursor, scope);
  if (!token.is(TokenKind::ident)) return {};
  return read_name(cursor.take().text, scope);
}

Value parse_colour_value(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (cursor.peek().is(TokenKind::ident)) {
    if (const Value value = declared_name(cursor.peek().text)) {
      cursor.take();
      return value;
    }
  }
  const ComputeContext any;
  ColourScope scope{.context = any};
  auto colour = read_colour(cursor, scope);
  if (!colour) {
    cursor.rewind(start);
    if (cursor.hashless_colours) colour = read_hashless(cursor);
  }
  if (!colour) return {};
  return scope.contextual ? Value::colour_expression(cursor.text_since(start)) : Value::of(to_srgb(*colour));
}

}  // namespace veedor::css
