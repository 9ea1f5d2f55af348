// background and mask (CSS Backgrounds 3 §2.10, CSS Masking 1 §4.7).
#include <array>
#include <vector>

#include "scanner/css/value/background_values.h"
#include "scanner/css/value/colour_parser.h"
#include "scanner/css/value/component.h"
#include "scanner/css/value/image_values.h"
#include "scanner/css/value/layers.h"
#include "scanner/css/value/lists.h"
#include "scanner/css/value/shorthand.h"

namespace veedor::css {

namespace {

// Places within a layer: the order of the longhands of `background`.
enum Part : std::size_t { image, position, size, repeat, attachment, origin, clip, parts };
using Layer = std::array<Value, parts>;

bool take_if_free(Value& slot, Cursor& cursor, Value (*parse)(Cursor&)) {
  if (slot) return false;
  const std::size_t start = cursor.mark();
  slot = parse(cursor);
  if (!slot) cursor.rewind(start);
  return static_cast<bool>(slot);
}

Value parse_layer_image(Cursor& cursor) {
  return cursor.take_ident("none") ? Value::keyword("none") : parse_image(cursor);
}
Value parse_layer_attachment(Cursor& cursor) { return parse_word(cursor, kAttachments); }
Value parse_layer_box(Cursor& cursor) { return parse_word(cursor, kOriginBoxes); }
Value parse_layer_text(Cursor& cursor) { return parse_word(cursor, "text border-area"); }

bool at_layer_end(const Cursor& cursor) { return cursor.at_end() || cursor.peek().is(TokenKind::comma); }

// position [ / size ]
bool take_position(Layer& layer, Cursor& cursor, bool& valid) {
  if (!take_if_free(layer[position], cursor, parse_position)) return false;
  if (cursor.take_delim('/')) {
    layer[size] = parse_background_size(cursor);
    valid = static_cast<bool>(layer[size]);
  }
  return true;
}

// The first box is the origin's and the clip's, a second one the clip's.
bool take_box(Layer& layer, Cursor& cursor) {
  if (!layer[origin]) {
    return take_if_free(layer[origin], cursor, parse_layer_box) ||
           take_if_free(layer[clip], cursor, parse_layer_text);
  }
  return take_if_free(layer[clip], cursor, parse_layer_box) ||
         take_if_free(layer[clip], cursor, parse_layer_text);
}

// One part of a layer that background and mask have in common.
bool take_part(Layer& layer, Cursor& cursor, bool& valid) {
  return take_if_free(layer[image], cursor, parse_layer_image) ||
         take_if_free(layer[repeat], cursor, parse_repeat) || take_position(layer, cursor, valid) ||
         take_box(layer, cursor);
}

bool take_background_layer(Layer& layer, Value& colour, Cursor& cursor) {
  if (at_layer_end(cursor)) return false;
  bool valid = true;
  while (valid && !at_layer_end(cursor)) {
    if (take_part(layer, cursor, valid)) continue;
    if (take_if_free(layer[attachment], cursor, parse_layer_attachment)) continue;
    if (!take_if_free(colour, cursor, parse_colour_value)) return false;
  }
  return valid;
}

void fill_in(Layer& layer, const Shorthand& shorthand) {
  if (layer[origin] && !layer[clip]) layer[clip] = layer[origin];
  for (std::size_t i = 0; i < layer.size(); ++i) {
    if (!layer[i]) layer[i] = initial_value(shorthand.longhands[i]);
  }
}

}  // namespace

bool parse_background(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  std::vector<Layer> layers;
  Value colour;
  do {
    if (colour || layers.size() == kMaxLayers) return false;  // only the last layer has a colour
    Layer& layer = layers.emplace_back();
    if (!take_background_layer(layer, colour, cursor)) return false;
    fill_in(layer, shorthand);
  } while (cursor.take_comma());
  if (!cursor.at_end()) return false;
  for (std::size_t i = 0; i < parts; ++i) {
    set(out, shorthand.longhands[i], join_layers(layers, i, cursor.pool()));
  }
  set(out, Property::background_color, colour ? colour : initial_value(Property::background_color));
  return true;
}

bool parse_mask(const Shorthand& shorthand, Cursor& cursor, Longhands& out) {
  std::vector<std::array<Value, 1>> images;
  do {
    if (at_layer_end(cursor) || images.size() == kMaxLayers) return false;
    Layer layer;
    bool valid = true;
    while (valid && !at_layer_end(cursor)) {
      if (take_part(layer, cursor, valid)) continue;
      if (cursor
              .take_word("add subtract intersect exclude alpha luminance match-source no-clip fill-box "
                         "stroke-box view-box")
              .empty()) {
        return false;
      }
    }
    if (!valid) return false;
    images.push_back({layer[image] ? layer[image] : initial_value(Property::mask_image)});
  } while (cursor.take_comma());
  if (!cursor.at_end()) return false;
  set(out, shorthand.longhands[0], join_layers(images, 0, cursor.pool()));
  return true;
}

}  // namespace veedor::css
