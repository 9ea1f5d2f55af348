#include "rules/support/painted.h"

#include <algorithm>
#include <array>

#include "rules/support/contrast.h"
#include "scanner/base/text.h"
#include "scanner/css/syntax/tokenizer.h"
#include "scanner/css/value/colour_parser.h"
#include "scanner/css/value/numeric.h"

namespace veedor::rules {
namespace {

using css::Colour;
using css::Property;
using css::Style;

constexpr std::size_t kMaxText = 4096;  // bytes of a value: what is longer is an image to us
constexpr std::size_t kMaxStops = 16;
constexpr std::size_t kMaxLayers = 8;
constexpr std::array<float, 3> kBetween = {0.25F, 0.5F, 0.75F};

css::ComputeContext context_of(Colour current_colour, double font_size = 16) {
  css::ComputeContext context;
  context.current_colour = current_colour;
  context.font_size = font_size;
  return context;
}

// CSS Images 3 §3.4.2: stops are mixed with their alpha multiplied in.
Colour mixed(Colour a, Colour b, float part) {
  const float alpha = a.alpha + (b.alpha - a.alpha) * part;
  if (alpha <= 0) return css::kTransparent;
  auto mix = [&](float from, float to) {
    return (from * a.alpha + (to * b.alpha - from * a.alpha) * part) / alpha;
  };
  return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue), alpha};
}

std::vector<Colour> stops_of(css::Cursor inside, const css::ComputeContext& context) {
  std::vector<Colour> stops;
  css::ColourScope scope{.context = context};
  while (!inside.at_end() && stops.size() < kMaxStops) {
    const std::size_t start = inside.mark();
    if (const auto colour = css::read_colour(inside, scope)) {
      stops.push_back(css::to_srgb(*colour));
      continue;
    }
    inside.rewind(start);
    inside.take_block();
    if (inside.mark() == start) inside.take();
  }
  const std::size_t written = stops.size();
  for (std::size_t i = 0; i + 1 < written; ++i) {
    if (stops[i] == stops[i + 1]) continue;
    for (float part : kBetween) stops.push_back(mixed(stops[i], stops[i + 1], part));
  }
  return stops;
}

ImageLayer take_layer(css::Cursor& cursor, const css::ComputeContext& context) {
  if (cursor.take_ident("none")) return {};
  const bool gradient = cursor.is_function() && ascii_icontains(cursor.peek().text, "gradient") &&
                        !cursor.is_function("-webkit-gradient");
  if (!gradient) {
    const std::size_t start = cursor.mark();
    cursor.take_block();
    if (cursor.mark() == start) cursor.take();
    return {.image = true, .colours = {}};
  }
  ImageLayer layer{.image = false, .colours = stops_of(cursor.take_block(), context)};
  layer.image = layer.colours.empty() || layer.colours.size() > 4 * kMaxStops;
  return layer;
}

bool is_zero_or(const css::Value& size, double minimum) {
  return size.is_length() && size.number() >= minimum;
}

}  // namespace

std::vector<ImageLayer> image_layers(std::string_view background_image, Colour current_colour) {
  if (background_image.size() > kMaxText) return {{.image = true, .colours = {}}};
  css::TextPool pool;
  const std::vector<css::Token> tokens = css::tokenize(background_image, pool);
  css::Cursor cursor(tokens, background_image, pool);
  const css::ComputeContext context = context_of(current_colour);
  std::vector<ImageLayer> layers;
  do {
    layers.push_back(take_layer(cursor, context));
  } while (cursor.take_comma() && layers.size() < kMaxLayers);
  if (!cursor.at_end()) layers.push_back({.image = true, .colours = {}});
  return layers;
}

bool is_icon_in_padding(const Style& style) {
  constexpr double kRoom = 12;  // px: the least that an icon takes
  if (!style[Property::background_repeat].is("no-repeat")) return false;
  const std::string_view position = style[Property::background_position].text();
  if (position.find(',') != std::string_view::npos) return false;
  const bool right = position.starts_with("right") || position.starts_with("100%") ||
                     position.starts_with("calc(100%") || position.starts_with("9");
  const bool left = position.starts_with("left") || position.starts_with('0') || position.empty();
  return (right && is_zero_or(style[Property::padding_right], kRoom)) ||
         (left && is_zero_or(style[Property::padding_left], kRoom));
}

bool is_partial(const Style& style) {
  const css::Value& size = style[Property::background_size];
  const std::string_view text = size.text();
  return !(size.is("auto") || size.is("cover") || text.starts_with("100%") || text.starts_with("auto"));
}

std::vector<TextShadow> text_shadows(const Style& style) {
  const css::Value& value = style[Property::text_shadow];
  std::vector<TextShadow> shadows;
  if (value.kind() != css::ValueKind::raw || value.text().size() > kMaxText) return shadows;
  css::TextPool pool;
  const std::string_view text = value.text();
  const std::vector<css::Token> tokens = css::tokenize(text, pool);
  css::Cursor cursor(tokens, text, pool);
  const css::ComputeContext context = context_of(style.colour(), style.font_size());
  css::ColourScope scope{.context = context};
  do {
    TextShadow shadow{.colour = style.colour()};
    std::array<double*, 3> lengths = {&shadow.x, &shadow.y, &shadow.blur};
    std::size_t read = 0;
    while (!cursor.at_end() && !cursor.peek().is(css::TokenKind::comma)) {
      const std::size_t start = cursor.mark();
      const css::Value length = css::parse_numeric(cursor, css::kLength);
      if (length && read < lengths.size()) {
        if (length.is_length()) *lengths[read] = css::to_px(length.number(), length.unit(), context);
        ++read;
      } else if (const auto colour = css::read_colour(cursor, scope)) {
        shadow.colour = css::to_srgb(*colour);
      } else {
        cursor.rewind(start);
        cursor.take();
      }
    }
    shadows.push_back(shadow);
  } while (cursor.take_comma() && shadows.size() < kMaxStops);
  return shadows;
}

}  // namespace veedor::rules
