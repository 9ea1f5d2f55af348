// Shorthands: which longhands they set, and how their values are read.
#pragma once

#include <span>
#include <vector>

#include "scanner/css/value/cursor.h"
#include "scanner/css/value/declaration.h"
#include "scanner/css/value/property.h"

namespace veedor::css {

struct Shorthand;
using Longhands = std::vector<Declaration>;

// Reads the whole value and appends each longhand; false where it is invalid, whatever has been appended.
using ShorthandParser = bool (*)(const Shorthand& shorthand, Cursor& cursor, Longhands& out);

struct Shorthand {
  Property property;
  std::span<const Property> longhands;
  ShorthandParser parse;
};

const Shorthand& shorthand(Property property);

void set(Longhands& out, Property longhand, const Value& value);

// The longhands in any order, each at most once and at least one of them; the others get their initial value.
bool parse_any_order(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
// Two longhands; one value counts for both.
bool parse_two(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
// Four in the order top, right, bottom, left; what is missing is taken from the opposite side.
bool parse_four(const Shorthand& shorthand, Cursor& cursor, Longhands& out);

// Of the subjects' own files.
bool parse_all(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_border(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_border_radius(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_border_image(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_background(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_mask(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_font(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_font_variant(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_list_style(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_flex(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_columns(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_container(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_grid(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_place(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_animation(const Shorthand& shorthand, Cursor& cursor, Longhands& out);
bool parse_transition(const Shorthand& shorthand, Cursor& cursor, Longhands& out);

}  // namespace veedor::css
