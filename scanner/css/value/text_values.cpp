#include "scanner/css/value/text_values.h"

#include <array>

#include "scanner/css/value/image_values.h"
#include "scanner/css/value/lists.h"
#include "scanner/css/value/numeric.h"

namespace veedor::css {

namespace {

constexpr std::string_view kWide = "initial inherit unset revert revert-layer default";

bool take_string(Cursor& cursor) {
  if (!cursor.peek().is(TokenKind::string)) return false;
  cursor.take();
  return true;
}

// A name of the author's own, which none of the CSS-wide keywords is (CSS Values 4 §4.2).
bool take_custom_ident(Cursor& cursor) {
  if (!cursor.peek().is(TokenKind::ident) || !find_word(kWide, cursor.peek().text).empty()) return false;
  cursor.take();
  return true;
}

Value parse_family(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (take_string(cursor)) return Value::raw(cursor.text_since(start));
  if (cursor.is_function("generic")) {
    return cursor.take_block().at_end() ? Value() : Value::raw(cursor.text_since(start));
  }
  const Token& first = cursor.peek();
  if (!first.is(TokenKind::ident)) return {};
  std::size_t words = 0;
  while (cursor.peek().is(TokenKind::ident)) {
    cursor.take();
    ++words;
  }
  if (words == 1 && !find_word(kWide, first.text).empty()) return {};
  return Value::raw(cursor.text_since(start));
}

constexpr std::string_view kListTypes =
    "disc circle square decimal decimal-leading-zero lower-roman upper-roman lower-greek lower-latin "
    "upper-latin lower-alpha upper-alpha disclosure-open disclosure-closed arabic-indic armenian bengali "
    "cambodian cjk-decimal cjk-earthly-branch cjk-heavenly-stem cjk-ideographic devanagari ethiopic-numeric "
    "georgian gujarati gurmukhi hebrew hiragana hiragana-iroha japanese-formal japanese-informal kannada "
    "katakana katakana-iroha khmer korean-hangul-formal korean-hanja-formal korean-hanja-informal lao "
    "lower-armenian malayalam mongolian myanmar oriya persian simp-chinese-formal simp-chinese-informal "
    "tamil "
    "telugu thai tibetan trad-chinese-formal trad-chinese-informal upper-armenian urdu";

bool take_content_item(Cursor& cursor) {
  if (take_string(cursor)) return true;
  if (!cursor.take_word("open-quote close-quote no-open-quote no-close-quote").empty()) return true;
  if (cursor.is_function() && !find_word("counter counters attr", cursor.peek().text).empty()) {
    return !cursor.take_block().at_end();
  }
  return static_cast<bool>(parse_image(cursor));
}

// By the bits 1 underline, 2 overline, 4 line-through, 8 blink.
constexpr auto kDecorationLines = std::to_array<std::string_view>({
    "none",
    "underline",
    "overline",
    "underline overline",
    "line-through",
    "underline line-through",
    "overline line-through",
    "underline overline line-through",
    "blink",
    "underline blink",
    "overline blink",
    "underline overline blink",
    "line-through blink",
    "underline line-through blink",
    "overline line-through blink",
    "underline overline line-through blink",
});

unsigned decoration_bit(std::string_view line) {
  if (line == "underline") return 1;
  if (line == "overline") return 2;
  return line == "line-through" ? 4 : 8;
}

}  // namespace

Value parse_font_family(Cursor& cursor) { return parse_comma_list(cursor, parse_family); }

Value parse_oblique(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (!cursor.take_ident("oblique")) return {};
  const auto angle = parse_angle(cursor);
  if (!angle || *angle < -90 || *angle > 90) return {};
  return Value::raw(cursor.text_since(start));
}

// CSS Color Adjust 1 §2.2: names in any order, `only` at either end.
Value parse_colour_scheme(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  bool only = cursor.take_ident("only");
  std::size_t schemes = 0;
  while (!cursor.at_end()) {
    if (cursor.take_ident("only")) {
      if (only || schemes == 0) return {};
      only = true;
      break;
    }
    if (!find_word("normal", cursor.peek().text).empty() || !take_custom_ident(cursor)) return {};
    ++schemes;
  }
  return schemes > 0 ? Value::raw(cursor.text_since(start)) : Value();
}

// CSS Text 4 §2.1: a case, and full-width and full-size-kana beside it.
Value parse_text_transform(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  bool letter_case = false, width = false, kana = false;
  while (!cursor.at_end()) {
    bool* taken = nullptr;
    if (!cursor.take_word("capitalize uppercase lowercase").empty()) {
      taken = &letter_case;
    } else if (cursor.take_ident("full-width")) {
      taken = &width;
    } else if (cursor.take_ident("full-size-kana")) {
      taken = &kana;
    }
    if (!taken || *taken) return {};
    *taken = true;
  }
  return letter_case || width || kana ? Value::raw(cursor.text_since(start)) : Value();
}

Value parse_white_space(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  std::string_view collapse, mode;
  while (!cursor.at_end()) {
    if (mode.empty() && !(mode = cursor.take_word("wrap nowrap")).empty()) continue;
    if (!collapse.empty()) return {};
    collapse = cursor.take_word("collapse preserve preserve-breaks preserve-spaces break-spaces");
    if (collapse.empty()) return {};
  }
  const bool wraps = mode != "nowrap";
  if (collapse.empty() || collapse == "collapse") return Value::keyword(wraps ? "normal" : "nowrap");
  if (collapse == "preserve") return Value::keyword(wraps ? "pre-wrap" : "pre");
  if (collapse == "preserve-breaks" && wraps) return Value::keyword("pre-line");
  if (collapse == "break-spaces" && wraps) return Value::keyword("break-spaces");
  return Value::raw(cursor.text_since(start));
}

Value parse_text_wrap(Cursor& cursor) {
  bool mode = false, style = false;
  const std::size_t start = cursor.mark();
  while (!cursor.at_end()) {
    if (!mode && !cursor.take_word("wrap nowrap").empty()) {
      mode = true;
    } else if (!style && !cursor.take_word("auto balance pretty stable avoid-orphans").empty()) {
      style = true;
    } else {
      return {};
    }
  }
  return mode || style ? Value::raw(cursor.text_since(start)) : Value();
}

Value parse_list_style_type(Cursor& cursor) {
  if (const Value known = parse_word(cursor, kListTypes)) return known;
  const std::size_t start = cursor.mark();
  if (take_string(cursor)) return Value::raw(cursor.text_since(start));
  if (!find_word("none", cursor.peek().text).empty() || !take_custom_ident(cursor)) return {};
  return Value::raw(cursor.text_since(start));
}

Value parse_quotes(Cursor& cursor) {
  return parse_sequence(cursor, [](Cursor& pair) { return take_string(pair) && take_string(pair); });
}

// CSS Basic User Interface 4 §5.1: images with their hot spots, and a keyword at the end.
Value parse_cursor(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  while (!cursor.at_end()) {
    if (!cursor.take_word(kCursors).empty()) return Value::raw(cursor.text_since(start));
    if (!parse_image(cursor)) return {};
    if (parse_numeric(cursor, kNumber) && !parse_numeric(cursor, kNumber)) return {};
    if (!cursor.take_comma()) return {};
  }
  return {};
}

// CSS Content 3 §2: what is shown, and behind a slash what is spoken instead.
Value parse_content(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (!parse_sequence(cursor, take_content_item)) return {};
  if (cursor.take_delim('/') && !parse_sequence(cursor, take_content_item)) return {};
  return Value::raw(cursor.text_since(start));
}

Value parse_decoration_line(Cursor& cursor) {
  unsigned lines = 0;
  for (;;) {
    const std::string_view line = cursor.take_word("underline overline line-through blink");
    if (line.empty()) break;
    if (lines & decoration_bit(line)) return {};
    lines |= decoration_bit(line);
  }
  return lines == 0 ? Value() : Value::keyword(kDecorationLines[lines]);
}

Value parse_text_overflow(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  const auto side = [&] { return take_string(cursor) || !cursor.take_word("clip ellipsis").empty(); };
  if (!side()) return {};
  side();
  return Value::raw(cursor.text_since(start));
}

}  // namespace veedor::css
