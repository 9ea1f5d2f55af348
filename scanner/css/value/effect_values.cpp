#include "scanner/css/value/effect_values.h"

#include <algorithm>
#include <array>
#include <span>

#include "scanner/base/text.h"
#include "scanner/css/value/colour_parser.h"
#include "scanner/css/value/image_values.h"
#include "scanner/css/value/lists.h"
#include "scanner/css/value/numeric.h"

namespace veedor::css {

namespace {

enum class Shadow { text, box, filter };

// One to four lengths, the third of them not negative: offsets, blur, and of boxes the spread.
bool take_shadow_lengths(Cursor& cursor, Shadow kind) {
  if (!parse_numeric(cursor, kLength) || !parse_numeric(cursor, kLength)) return false;
  if (parse_numeric(cursor, kLength | kNonNegative) && kind == Shadow::box) parse_numeric(cursor, kLength);
  return true;
}

// CSS Backgrounds 3 §6.1: the lengths, a colour and `inset` in any order.
Value parse_shadow(Cursor& cursor, Shadow kind) {
  const std::size_t start = cursor.mark();
  bool lengths = false, colour = false, inset = false;
  while (!cursor.at_end() && !cursor.peek().is(TokenKind::comma)) {
    if (kind == Shadow::box && !inset && cursor.take_ident("inset")) {
      inset = true;
    } else if (!colour && parse_colour_value(cursor)) {
      colour = true;
    } else if (!lengths && take_shadow_lengths(cursor, kind)) {
      lengths = true;
    } else {
      return {};
    }
  }
  return lengths ? Value::raw(cursor.text_since(start)) : Value();
}

// What one argument may be: n a number, % a number or percentage, a an angle, l a length, p a length or
// percentage, 0 a length or none. Upper case and what follows may be left out.
struct FunctionSyntax {
  std::string_view name;
  std::string_view arguments;
  bool separated = true;  // by commas
};

constexpr auto kTransforms = std::to_array<FunctionSyntax>({
    {"translate", "pP"},    {"translatex", "p"}, {"translatey", "p"},  {"translatez", "l"},
    {"translate3d", "ppl"}, {"scale", "%%"},     {"scalex", "%"},      {"scaley", "%"},
    {"scalez", "%"},        {"scale3d", "%%%"},  {"rotate", "a"},      {"rotatex", "a"},
    {"rotatey", "a"},       {"rotatez", "a"},    {"rotate3d", "nnna"}, {"skew", "aA"},
    {"skewx", "a"},         {"skewy", "a"},      {"matrix", "nnnnnn"}, {"matrix3d", "nnnnnnnnnnnnnnnn"},
    {"perspective", "0"},
});
constexpr auto kFilters = std::to_array<FunctionSyntax>({
    {"blur", "L"},
    {"brightness", "?"},
    {"contrast", "?"},
    {"grayscale", "?"},
    {"hue-rotate", "A"},
    {"invert", "?"},
    {"opacity", "?"},
    {"saturate", "?"},
    {"sepia", "?"},
});

bool take_argument(Cursor& cursor, char kind) {
  switch (kind) {
    case 'n':
      return static_cast<bool>(parse_numeric(cursor, kNumber));
    case '%':
      return static_cast<bool>(parse_numeric(cursor, kNumber | kPercentage));
    case '?':
      return static_cast<bool>(parse_numeric(cursor, kNumber | kPercentage | kNonNegative));
    case 'a':
    case 'A':
      return parse_angle(cursor).has_value();
    case 'l':
      return static_cast<bool>(parse_numeric(cursor, kLength));
    case 'L':
      return static_cast<bool>(parse_numeric(cursor, kLength | kNonNegative));
    case '0':
      return cursor.take_ident("none") || static_cast<bool>(parse_numeric(cursor, kLength | kNonNegative));
    default:
      return static_cast<bool>(parse_numeric(cursor, kLengthPercentage));
  }
}

bool optional_argument(const FunctionSyntax& function, std::size_t i) {
  const char kind = function.arguments[i];
  // scale(2) is scale(2, 2)
  return kind == 'A' || kind == 'P' || kind == 'L' || kind == '?' || (i == 1 && function.name == "scale");
}

bool valid_arguments(const FunctionSyntax& function, Cursor& cursor) {
  for (std::size_t i = 0; i < function.arguments.size(); ++i) {
    if (cursor.at_end() && optional_argument(function, i)) return true;
    if (i > 0 && !cursor.take_comma()) return false;
    if (!take_argument(cursor, function.arguments[i])) return false;
  }
  return cursor.at_end();
}

bool take_function(Cursor& cursor, std::span<const FunctionSyntax> functions) {
  if (!cursor.is_function()) return false;
  const std::string_view name = cursor.peek().text;
  const auto found = std::ranges::find_if(
      functions, [&](const FunctionSyntax& function) { return ascii_iequals(function.name, name); });
  if (found == functions.end()) return false;
  Cursor inside = cursor.take_block();
  return valid_arguments(*found, inside);
}

bool take_filter(Cursor& cursor) {
  if (take_url(cursor)) return true;
  if (!cursor.is_function("drop-shadow")) return take_function(cursor, kFilters);
  Cursor inside = cursor.take_block();
  return parse_shadow(inside, Shadow::filter) && inside.at_end();
}

// From one to three of what `accepts` allows.
Value parse_up_to_three(Cursor& cursor, Accepts accepts) {
  const std::size_t start = cursor.mark();
  if (!parse_numeric(cursor, accepts)) return {};
  if (parse_numeric(cursor, accepts)) parse_numeric(cursor, accepts);
  return Value::raw(cursor.text_since(start));
}

constexpr std::string_view kShapes = "inset circle ellipse polygon path rect xywh shape";
constexpr std::string_view kGeometryBoxes =
    "border-box padding-box content-box margin-box fill-box stroke-box view-box";

}  // namespace

Value parse_text_shadow(Cursor& cursor) {
  return parse_comma_list(cursor, [](Cursor& one) { return parse_shadow(one, Shadow::text); });
}

Value parse_box_shadow(Cursor& cursor) {
  return parse_comma_list(cursor, [](Cursor& one) { return parse_shadow(one, Shadow::box); });
}

Value parse_transform(Cursor& cursor) {
  return parse_sequence(cursor, [](Cursor& one) { return take_function(one, kTransforms); });
}

Value parse_translate(Cursor& cursor) { return parse_up_to_three(cursor, kLengthPercentage); }

Value parse_scale(Cursor& cursor) { return parse_up_to_three(cursor, kNumber | kPercentage); }

// An angle, and perhaps an axis before or behind it (CSS Transforms 2 §5).
Value parse_rotate(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  const auto take_axis = [&] {
    if (!cursor.take_word("x y z").empty()) return true;
    const std::size_t before = cursor.mark();
    for (int i = 0; i < 3; ++i) {
      if (parse_numeric(cursor, kNumber)) continue;
      cursor.rewind(before);
      return false;
    }
    return true;
  };
  const bool axis = take_axis();
  const Token& token = cursor.peek();
  if (token.is(TokenKind::number) || !parse_angle(cursor)) return {};
  if (!axis) take_axis();
  return Value::raw(cursor.text_since(start));
}

Value parse_filter(Cursor& cursor) { return parse_sequence(cursor, take_filter); }

// CSS Masking 1 §6: rect() with four lengths or `auto`, commas optional for old pages' sake.
Value parse_clip(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (!cursor.is_function("rect")) return {};
  Cursor inside = cursor.take_block();
  inside.unitless_lengths = cursor.unitless_lengths;
  bool commas = false;
  for (int i = 0; i < 4; ++i) {
    if (!inside.take_ident("auto") && !parse_numeric(inside, kLength)) return {};
    const bool comma = i < 3 && inside.take_comma();
    if (i == 0) commas = comma;
    if (i < 3 && comma != commas) return {};
  }
  return inside.at_end() ? Value::raw(cursor.text_since(start)) : Value();
}

Value parse_clip_path(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (take_url(cursor)) return Value::raw(cursor.text_since(start));
  bool shape = false, box = false;
  while (!cursor.at_end()) {
    if (!box && !cursor.take_word(kGeometryBoxes).empty()) {
      box = true;
    } else if (!shape && cursor.is_function() && !find_word(kShapes, cursor.peek().text).empty()) {
      const bool may_be_empty = cursor.is_function("circle") || cursor.is_function("ellipse");
      if (cursor.take_block().at_end() && !may_be_empty) return {};
      shape = true;
    } else {
      return {};
    }
  }
  return shape || box ? Value::raw(cursor.text_since(start)) : Value();
}

}  // namespace veedor::css
