#include "scanner/css/value/image_values.h"

#include "scanner/base/text.h"
#include "scanner/css/value/colour_parser.h"
#include "scanner/css/value/lists.h"
#include "scanner/css/value/numeric.h"

namespace veedor::css {

namespace {

constexpr std::string_view kPrefix = "-webkit-";

enum class Shape { linear, radial, conic };

struct Gradient {
  Shape shape = Shape::linear;
  bool prefixed = false;
};

bool find_gradient(std::string_view name, Gradient& gradient) {
  const std::string_view plain = find_word(
      "linear-gradient radial-gradient conic-gradient repeating-linear-gradient=linear-gradient "
      "repeating-radial-gradient=radial-gradient repeating-conic-gradient=conic-gradient "
      "-webkit-linear-gradient=linear-gradient -webkit-radial-gradient=radial-gradient "
      "-webkit-repeating-linear-gradient=linear-gradient -webkit-repeating-radial-gradient=radial-gradient",
      name);
  if (plain.empty()) return false;
  gradient.shape = plain[0] == 'l' ? Shape::linear : plain[0] == 'r' ? Shape::radial : Shape::conic;
  gradient.prefixed = ascii_iequals(name.substr(0, kPrefix.size()), kPrefix);
  return true;
}

bool take_number(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (parse_numeric(cursor, kLengthPercentage)) return true;
  if (parse_angle(cursor)) return true;
  cursor.rewind(start);
  return false;
}

// Words that may stand before the first colour, in no checked order. Unprefixed lines point "to" a side.
std::string_view line_words(const Gradient& gradient) {
  if (gradient.shape == Shape::conic) return "from at left right top bottom center";
  if (gradient.shape == Shape::linear) {
    return gradient.prefixed ? "left right top bottom" : "to left right top bottom";
  }
  return gradient.prefixed
             ? "circle ellipse closest-side closest-corner farthest-side farthest-corner contain cover left "
               "right top bottom center"
             : "circle ellipse closest-side closest-corner farthest-side farthest-corner at left right top "
               "bottom center";
}

// CSS Images 4 §3.1: "in oklch longer hue"
bool take_interpolation(Cursor& cursor) {
  if (!cursor.take_ident("in")) return true;
  if (!cursor.peek().is(TokenKind::ident) || !find_colour_space(cursor.take().text)) return false;
  const bool method = !cursor.take_word("shorter longer increasing decreasing").empty();
  return !method || cursor.take_ident("hue");
}

enum class Part { none, taken, wrong };

// The line, shape or position before the first comma.
Part take_line(Cursor& cursor, const Gradient& gradient) {
  const std::size_t start = cursor.mark();
  if (!take_interpolation(cursor)) return Part::wrong;
  const std::size_t after = cursor.mark();
  if (gradient.shape == Shape::linear && !gradient.prefixed && !cursor.take_ident("to")) {
    if (!parse_angle(cursor)) cursor.rewind(after);
  } else {
    while (!cursor.take_word(line_words(gradient)).empty() || take_number(cursor)) {
    }
  }
  if (!take_interpolation(cursor)) return Part::wrong;
  if (cursor.mark() == start) return Part::none;
  return cursor.take_comma() ? Part::taken : Part::wrong;
}

bool take_stop(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  const ComputeContext any;
  ColourScope scope{.context = any};
  if (!read_colour(cursor, scope)) {
    cursor.rewind(start);
    return take_number(cursor);  // a hint between two stops
  }
  take_number(cursor);
  take_number(cursor);
  return true;
}

bool valid_gradient(const Gradient& gradient, Cursor& cursor) {
  if (take_line(cursor, gradient) == Part::wrong) return false;
  // The prefixed radial gradient has its position and its shape in two parts.
  if (gradient.prefixed && take_line(cursor, gradient) == Part::wrong) return false;
  do {
    if (!take_stop(cursor)) return false;
  } while (cursor.take_comma());
  return cursor.at_end();
}

}  // namespace

bool take_url(Cursor& cursor) {
  if (cursor.peek().is(TokenKind::url)) {
    cursor.take();
    return true;
  }
  if (!cursor.is_function("url") && !cursor.is_function("src")) return false;
  Cursor inside = cursor.take_block();
  return inside.peek().is(TokenKind::string);
}

Value parse_image(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (take_url(cursor)) return Value::raw(cursor.text_since(start));
  if (!cursor.is_function()) return {};
  const std::string_view name = cursor.peek().text;
  Gradient gradient;
  if (find_gradient(name, gradient)) {
    Cursor inside = cursor.take_block();
    return valid_gradient(gradient, inside) ? Value::raw(cursor.text_since(start)) : Value();
  }
  if (find_word("image-set -webkit-image-set cross-fade -webkit-cross-fade -webkit-gradient paint", name)
          .empty()) {
    return {};
  }
  return cursor.take_block().at_end() ? Value() : Value::raw(cursor.text_since(start));
}

Value parse_image_list(Cursor& cursor) {
  return parse_comma_list(
      cursor, [](Cursor& one) { return one.take_ident("none") ? Value::keyword("none") : parse_image(one); });
}

Value parse_paint(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (!take_url(cursor)) return {};
  if (!cursor.at_end() && !cursor.take_ident("none") && !parse_colour_value(cursor)) return {};
  return Value::raw(cursor.text_since(start));
}

}  // namespace veedor::css
