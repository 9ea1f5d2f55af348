// font, font-variant and list-style (CSS Fonts 4 §2.7, CSS Lists 3 §3.3).
#include "scanner/css/value/component.h"
#include "scanner/css/value/lists.h"
#include "scanner/css/value/shorthand.h"
#include "scanner/css/value/text_values.h"

namespace veedor::css {

namespace {

struct Font {
  Value style, caps, weight, stretch, size, line_height, family;
};

void set_font(const Font& font, Longhands& out) {
  const auto put = [&](Property property, const Value& value) {
    set(out, property, value ? value : initial_value(property));
  };
  put(Property::font_style, font.style);
  put(Property::font_variant_caps, font.caps);
  put(Property::font_weight, font.weight);
  put(Property::font_stretch, font.stretch);
  put(Property::font_size, font.size);
  put(Property::line_height, font.line_height);
  put(Property::font_family, font.family);
}

// CSS Fonts 4 §2.7.1: the desktop's fonts, in the size that Chromium gives them.
bool take_system_font(Cursor& cursor, Font& font) {
  if (cursor
          .take_word("caption icon menu message-box small-caption status-bar -webkit-mini-control "
                     "-webkit-small-control -webkit-control")
          .empty()) {
    return false;
  }
  font.size = Value::length(40.0 / 3);
  font.family = Value::raw("system-ui");
  return true;
}

bool take(Value& slot, Property property, Cursor& cursor) {
  if (slot) return false;
  slot = parse_component(property, cursor);
  return static_cast<bool>(slot);
}

// What stands before the size; only the keywords of font-stretch, and of font-variant those of CSS 2.
bool take_before_size(Cursor& cursor, Font& font) {
  if (cursor.take_ident("normal")) return true;
  if (!font.style && cursor.peek().is(TokenKind::ident)) {
    const std::size_t start = cursor.mark();
    font.style = parse_oblique(cursor);
    if (font.style) return true;
    cursor.rewind(start);
  }
  if (!font.caps && cursor.take_ident("small-caps")) {
    font.caps = Value::keyword("small-caps");
    return true;
  }
  if (!font.stretch && (font.stretch = parse_word(cursor, kFontStretches))) return true;
  return take(font.style, Property::font_style, cursor) || take(font.weight, Property::font_weight, cursor);
}

constexpr std::string_view kVariants =
    "none normal common-ligatures no-common-ligatures discretionary-ligatures no-discretionary-ligatures "
    "historical-ligatures no-historical-ligatures contextual no-contextual historical-forms lining-nums "
    "oldstyle-nums proportional-nums tabular-nums diagonal-fractions stacked-fractions ordinal slashed-zero "
    "jis78 jis83 jis90 jis04 simplified traditional full-width proportional-width ruby sub super text emoji "
    "unicode";

}  // namespace

bool parse_font(const Shorthand&, Cursor& cursor, Longhands& out) {
  Font font;
  if (take_system_font(cursor, font)) {
    if (!cursor.at_end()) return false;
    set_font(font, out);
    return true;
  }
  for (int i = 0; i < 4 && take_before_size(cursor, font); ++i) {
  }
  if (!take(font.size, Property::font_size, cursor)) return false;
  if (cursor.take_delim('/') && !take(font.line_height, Property::line_height, cursor)) return false;
  if (!take(font.family, Property::font_family, cursor) || !cursor.at_end()) return false;
  set_font(font, out);
  return true;
}

bool parse_font_variant(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  Value caps;
  if (cursor.at_end()) return false;
  while (!cursor.at_end()) {
    if (!cursor.take_word(kVariants).empty()) continue;
    if (cursor.is_function()) {
      cursor.take_block();
      continue;
    }
    if (!take(caps, Property::font_variant_caps, cursor)) return false;
  }
  set(out, shorthand.longhands[0], caps ? caps : initial_value(Property::font_variant_caps));
  return true;
}

// `none` is for the type, the image, or both, whichever is not given otherwise.
bool parse_list_style(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  Value type, position, image;
  int nones = 0;
  if (cursor.at_end()) return false;
  while (!cursor.at_end()) {
    if (cursor.take_ident("none")) {
      ++nones;
    } else if (!take(position, Property::list_style_position, cursor) &&
               !take(image, Property::list_style_image, cursor) &&
               !take(type, Property::list_style_type, cursor)) {
      return false;
    }
  }
  if (nones + (type ? 1 : 0) + (image ? 1 : 0) > 2) return false;
  if (!type && nones > 0) type = Value::keyword("none");
  set(out, shorthand.longhands[0], type ? type : initial_value(Property::list_style_type));
  set(out, shorthand.longhands[1], position ? position : initial_value(Property::list_style_position));
  set(out, shorthand.longhands[2], image ? image : initial_value(Property::list_style_image));
  return true;
}

}  // namespace veedor::css
