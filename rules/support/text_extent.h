// How much room a text needs and how much it has, as far as styles without a layout and without fonts tell.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "scanner/css/cascade/styles.h"
#include "scanner/html/document.h"

namespace veedor::rules {

// Code points, runs of white space counted once and not at the ends; counts up to `limit`.
std::size_t characters(std::string_view text, std::size_t limit = static_cast<std::size_t>(-1));

// The first 400 bytes of its text, as in the source: what a message or a look at its words needs.
std::string beginning_of(html::Element element);

// The width of lines in an element.
struct Room {
  double width = 0;        // px
  html::Element fixed_by;  // whose width, in a length, it follows from; null: the window's
  bool sure = false;       // only blocks in normal flow lead to it: it is this width, not at most this
};
Room room_in(html::Element element, const css::Styles& styles);

// px; `normal` is a matter of fonts, between 1.1 and 1.2 times the size.
double line_height(const css::Style& style, double normal);

// How wide characters are taken to be. Running text of Latin letters is wider than kAtLeast in every usual
// font, and about as wide as kLikely in many.
struct Guess {
  double advance;  // of a character, in em
  double normal;   // line-height: normal
};
inline constexpr Guess kAtLeast = {.advance = 0.38, .normal = 1.1};
inline constexpr Guess kLikely = {.advance = 0.5, .normal = 1.2};

// The texts of an element that are in its flow: what is floated, positioned, in a flexible box or in a box
// that clips or scrolls itself is left out, so the true height is no less.
struct Extent {
  double height = 0;    // of all lines, px
  double unbroken = 0;  // the widest line that must not break, px
  bool seen = false;    // there is such a text
};
// Takes `steps` down by the nodes it looks at; ends where none is left.
Extent extent_of(html::Element element, const css::Styles& styles, Guess guess, std::size_t& steps);

// Of a box whose height is a length: the px that its content has before the padding; none: -1.
double fixed_content_height(const css::Style& style);
// padding + border of both sides.
double vertical_edges(const css::Style& style);

}  // namespace veedor::rules
