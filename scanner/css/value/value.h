// One value of a property, declared or computed: a tagged union of 24 bytes that owns nothing.
#pragma once

#include <cstdint>
#include <string_view>

#include "scanner/css/value/colour.h"

namespace veedor::css {

enum class ValueKind : std::uint8_t {
  none,               // no value
  keyword,            // text(), lower case: "inline-block"
  number,             // number()
  length,             // number() in unit(); computed lengths are in px
  percentage,         // number(): 50 for 50%
  length_percentage,  // computed sums: number() px and percent() %
  colour,             // colour()
  raw,  // text(): kept as written (images, transforms, font families, content …), white space trimmed
  // Declared only; never in a computed style:
  math,               // text(): calc(), min(), max(), clamp() … that need relative units or percentages
  colour_expression,  // text(): a colour that needs currentcolor, the colour scheme or a variable's context:
                      // "currentcolor", "canvastext", "light-dark(…)", "color-mix(in srgb, currentcolor 50%,
                      // red)"
  wide,        // wide(): a CSS-wide keyword
  unresolved,  // text(): holds var() or env(); shorthand() says which shorthand wrote it, if one did
};

enum class Unit : std::uint8_t {
  px,
  cm,
  mm,
  q,
  in,
  pt,
  pc,  // absolute
  em,
  rem,
  ex,
  rex,
  ch,
  rch,
  cap,
  rcap,
  ic,
  ric,
  lh,
  rlh,  // of fonts
  vw,
  vh,
  vi,
  vb,
  vmin,
  vmax,  // of the viewport; s…, l… and d… variants are the same here
  cqw,
  cqh,
  cqi,
  cqb,
  cqmin,
  cqmax,  // of a container: taken as the viewport's
};

enum class Wide : std::uint8_t { initial, inherit, unset, revert, revert_layer };

enum class Property : std::uint16_t;

class Value {
 public:
  constexpr Value() : text_() {}
  static constexpr Value keyword(std::string_view text) { return {ValueKind::keyword, text}; }
  static constexpr Value raw(std::string_view text) { return {ValueKind::raw, text}; }
  static constexpr Value math(std::string_view text) { return {ValueKind::math, text}; }
  static constexpr Value colour_expression(std::string_view text) {
    return {ValueKind::colour_expression, text};
  }
  static constexpr Value number(double number) { return {ValueKind::number, number}; }
  static constexpr Value length(double number, Unit unit = Unit::px) {
    return {ValueKind::length, number, unit};
  }
  static constexpr Value percentage(double number) { return {ValueKind::percentage, number}; }
  static constexpr Value length_percentage(double px, double percent) {
    Value value(ValueKind::length_percentage, px);
    value.percent_ = static_cast<float>(percent);
    return value;
  }
  static constexpr Value of(Colour colour) { return Value(colour); }
  static constexpr Value of(Wide wide) {
    Value value;
    value.kind_ = ValueKind::wide;
    value.extra_ = static_cast<std::uint16_t>(wide);
    return value;
  }
  // `shorthand` is the property that was declared with this text; for a longhand, itself.
  static constexpr Value unresolved(std::string_view text, Property shorthand) {
    Value value(ValueKind::unresolved, text);
    value.extra_ = static_cast<std::uint16_t>(shorthand);
    return value;
  }

  constexpr ValueKind kind() const { return kind_; }
  constexpr explicit operator bool() const { return kind_ != ValueKind::none; }
  constexpr bool is(std::string_view keyword) const {
    return kind_ == ValueKind::keyword && text_ == keyword;
  }
  constexpr bool is_length() const { return kind_ == ValueKind::length; }
  constexpr float number() const { return number_; }
  constexpr float percent() const { return kind_ == ValueKind::percentage ? number_ : percent_; }
  constexpr Unit unit() const { return unit_; }
  // Of keywords a static string; of the other kinds a view into the sheet, or into the Styles that computed
  // it.
  constexpr std::string_view text() const { return holds_text() ? text_ : std::string_view(); }
  constexpr Colour colour() const { return kind_ == ValueKind::colour ? colour_ : Colour(); }
  constexpr Wide wide() const { return static_cast<Wide>(extra_); }
  constexpr Property shorthand() const { return static_cast<Property>(extra_); }
  bool operator==(const Value& other) const;

 private:
  constexpr Value(ValueKind kind, std::string_view text) : kind_(kind), text_(text) {}
  constexpr explicit Value(Colour colour) : kind_(ValueKind::colour), colour_(colour) {}
  constexpr Value(ValueKind kind, double number, Unit unit = Unit::px)
      : kind_(kind), unit_(unit), number_(static_cast<float>(number)), percent_(0) {}
  constexpr bool holds_text() const {
    return kind_ == ValueKind::keyword || kind_ == ValueKind::raw || kind_ == ValueKind::math ||
           kind_ == ValueKind::colour_expression || kind_ == ValueKind::unresolved;
  }

  ValueKind kind_ = ValueKind::none;
  Unit unit_ = Unit::px;
  std::uint16_t extra_ = 0;
  float number_ = 0;
  union {
    std::string_view text_;
    Colour colour_;
    float percent_;
  };
};

}  // namespace veedor::css
