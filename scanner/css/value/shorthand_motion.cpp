// animation and transition (CSS Animations 1 §3.11, CSS Transitions 1 §2.5).
#include <array>
#include <vector>

#include "scanner/css/value/component.h"
#include "scanner/css/value/layers.h"
#include "scanner/css/value/motion_values.h"
#include "scanner/css/value/numeric.h"
#include "scanner/css/value/shorthand.h"

namespace veedor::css {

namespace {

bool take(Value& slot, Cursor& cursor, Value (*parse)(Cursor&)) {
  if (slot) return false;
  const std::size_t start = cursor.mark();
  slot = parse(cursor);
  if (!slot) cursor.rewind(start);
  return static_cast<bool>(slot);
}

// A delay may be negative.
bool take_time(Cursor& cursor) {
  const std::size_t start = cursor.mark();
  if (parse_time(cursor)) return true;
  cursor.rewind(start);
  return false;
}

bool at_layer_end(const Cursor& cursor) { return cursor.at_end() || cursor.peek().is(TokenKind::comma); }

// In lists every entry is a text.
Value as_text(const Value& value, std::string_view text) {
  return value.text().empty() ? Value::raw(text) : value;
}

struct Animation {
  Value name, duration, count, state;
  std::string_view count_text;
};

bool take_animation_part(Animation& animation, Cursor& cursor, bool& easing, bool& delay) {
  if (take(animation.duration, cursor, parse_duration)) return true;
  if (!delay && take_time(cursor)) return delay = true;
  if (!easing && take_easing(cursor)) return easing = true;
  const std::size_t start = cursor.mark();
  if (take(animation.count, cursor, parse_iteration_count)) {
    animation.count_text = cursor.text_since(start);
    return true;
  }
  if (take(animation.state, cursor, parse_play_state)) return true;
  if (!cursor.take_word("normal reverse alternate alternate-reverse forwards backwards both").empty()) {
    return true;
  }
  return take(animation.name, cursor, parse_animation_name);
}

}  // namespace

bool parse_animation(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  std::vector<std::array<Value, 4>> layers;
  std::vector<std::string_view> counts;
  do {
    if (at_layer_end(cursor) || layers.size() == kMaxLayers) return false;
    Animation animation;
    bool easing = false, delay = false;
    while (!at_layer_end(cursor)) {
      if (!take_animation_part(animation, cursor, easing, delay)) return false;
    }
    std::array<Value, 4> layer = {animation.name, animation.duration, animation.count, animation.state};
    for (std::size_t i = 0; i < layer.size(); ++i) {
      if (!layer[i]) layer[i] = initial_value(shorthand.longhands[i]);
    }
    layers.push_back(layer);
    counts.push_back(animation.count_text.empty() ? "1" : animation.count_text);
  } while (cursor.take_comma());
  if (!cursor.at_end()) return false;
  for (std::size_t i = 0; layers.size() > 1 && i < layers.size(); ++i) {
    layers[i][2] = as_text(layers[i][2], counts[i]);
  }
  for (std::size_t i = 0; i < shorthand.longhands.size(); ++i) {
    set(out, shorthand.longhands[i], join_layers(layers, i, cursor.pool()));
  }
  return true;
}

bool parse_transition(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  std::vector<std::array<Value, 2>> layers;
  bool none = false;
  do {
    if (at_layer_end(cursor) || layers.size() == kMaxLayers || none) return false;
    std::array<Value, 2> layer;
    bool easing = false, delay = false;
    while (!at_layer_end(cursor)) {
      if (take(layer[1], cursor, parse_duration)) continue;
      if (!delay && (delay = take_time(cursor))) continue;
      if (!easing && (easing = take_easing(cursor))) continue;
      if (!cursor.take_word("allow-discrete").empty()) continue;
      if (layers.empty() && !layer[0] && cursor.take_ident("none")) {
        none = true;
        layer[0] = Value::keyword("none");
        continue;
      }
      if (!take(layer[0], cursor, parse_transition_property)) return false;
    }
    if (!layer[0]) layer[0] = initial_value(Property::transition_property);
    if (!layer[1]) layer[1] = initial_value(Property::transition_duration);
    layers.push_back(layer);
  } while (cursor.take_comma());
  if (!cursor.at_end()) return false;
  set(out, shorthand.longhands[0], join_layers(layers, 0, cursor.pool()));
  set(out, shorthand.longhands[1], join_layers(layers, 1, cursor.pool()));
  return true;
}

}  // namespace veedor::css
