#include "rules/support/backdrop.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "rules/support/box_covers.h"
#include "rules/support/box_style.h"
#include "rules/support/contrast.h"
#include "rules/support/painted.h"
#include "scanner/base/text.h"
#include "scanner/css/value/compute.h"
#include "scanner/html/flat_tree.h"

namespace veedor::rules {
namespace {

using css::Colour;
using css::Property;
using css::Style;

constexpr std::size_t kMaxColours = 24;
constexpr float kShift = 8;  // px: moved by less, a box still stands where it was

bool is_moved(const css::Value& offset) {
  return std::abs(offset.number()) >= kShift || offset.percent() != 0;
}

// Painted over what is not positioned (CSS 2.2, Appendix E).
bool is_lifted(const Style& style) {
  return is_positioned(style) || !style[Property::z_index].is("auto") || is_transformed(style) ||
         style[Property::opacity].number() < 1;
}

// May it stand where something else is painted?
bool may_overlap(const Style& style) {
  if (is_out_of_flow(style) || is_transformed(style)) return true;
  const bool shifted = style[Property::position].is("relative") &&
                       (is_moved(style[Property::top]) || is_moved(style[Property::bottom]) ||
                        is_moved(style[Property::left]) || is_moved(style[Property::right]));
  return shifted || style[Property::margin_top].number() <= -kShift ||
         style[Property::margin_bottom].number() <= -kShift;
}

bool has_effect(const Style& style) {
  return !style[Property::filter].is("none") || !style[Property::mix_blend_mode].is("normal");
}

// Letters filled with the background: it is not behind them.
bool fills_letters(const Style& style) {
  return style[Property::background_clip].text().find("text") != std::string_view::npos;
}

void thin_out(std::vector<Colour>& colours) {
  if (colours.size() <= kMaxColours) return;
  std::ranges::sort(colours, {}, luminance);
  std::vector<Colour> few;
  for (std::size_t i = 0; i < kMaxColours; ++i)
    few.push_back(colours[i * (colours.size() - 1) / (kMaxColours - 1)]);
  colours = std::move(few);
}

// CSS Color Adjustment 1 §2.3: the canvas follows the scheme of the root.
Colour canvas_colour(const Style& root, const css::Environment& environment) {
  const std::string_view schemes = root[Property::color_scheme].text();
  const bool dark = ascii_icontains(schemes, "dark") &&
                    (!ascii_icontains(schemes, "light") || environment.scheme == css::ColourScheme::dark);
  css::ComputeContext context;
  context.scheme = dark ? css::ColourScheme::dark : css::ColourScheme::light;
  return css::parse_colour("canvas", context).value_or(Colour::rgb8(255, 255, 255));
}

// Nothing of what was behind is seen any more.
void cover_up(Surface& surface, std::vector<Colour> colours) {
  surface.colours = std::move(colours);
  surface.covered = false;
  if (surface.doubt < Doubt::effect) surface.doubt = Doubt::none;
}

void paint_gradient(Surface& surface, const Style& style, const std::vector<Colour>& stops) {
  surface.painted_by = &style;
  const bool opaque = std::ranges::all_of(stops, [](Colour stop) { return stop.alpha >= 1; });
  if (opaque && !is_partial(style)) {
    cover_up(surface, stops);
  } else {
    std::vector<Colour> colours;
    if (is_partial(style)) colours = surface.colours;
    for (Colour below : surface.colours) {
      for (Colour stop : stops) colours.push_back(over(stop, below));
    }
    surface.colours = std::move(colours);
  }
  thin_out(surface.colours);
}

// Kept by the page, and filled by those who ask.
struct PageBackdrops {
  explicit PageBackdrops(const facts::Page& page) : all(page.styles(), page.shared<UsedStyles>()) {}
  mutable Backdrops all;
};

constexpr std::uint8_t kOnCanvas = 128;  // in the key of a surface: its background is on the canvas already

}  // namespace

std::size_t Backdrops::KeyHash::operator()(const Key& key) const {
  return (std::bit_cast<std::uintptr_t>(key.parent) / 16) * 0x9E3779B97F4A7C15ULL ^
         (std::bit_cast<std::uintptr_t>(key.style) / 16) * 0xC2B2AE3D27D4EB4FULL ^ key.cover;
}

Backdrops::Backdrops(const css::Styles& styles, const UsedStyles& used)
    : styles_(styles), covers_(box_covers(styles, used)), surfaces_(styles.document().element_count()) {}

Backdrops& backdrops_of(const facts::Page& page) { return page.shared<PageBackdrops>().all; }

Backdrops::Backdrops(const css::Styles& styles, const Backdrops& usual)
    : styles_(styles), covers_(usual.covers_), surfaces_(styles.document().element_count()) {}

const Surface& Backdrops::of(html::Element element) {
  const Surface* surface = surfaces_[element.index()];
  if (surface != nullptr) return *surface;
  path_.clear();
  for (html::Element up = element; up && surface == nullptr; up = parent_of(up)) {
    surface = surfaces_[up.index()];
    if (surface == nullptr) path_.push_back(up);
  }
  for (auto down = path_.rbegin(); down != path_.rend(); ++down) {
    surface = &compute(*down, surface);
    surfaces_[down->index()] = surface;
  }
  return *surface;
}

const Surface& Backdrops::around(html::Element element) {
  const html::Element parent = parent_of(element);
  return parent ? of(parent) : of(element);
}

html::Element Backdrops::parent_of(html::Element element) const {
  const html::FlatTree& flat = styles_.document().flat_tree();
  return flat.plain() ? element.parent() : flat.parent(element);
}

const Surface& Backdrops::compute(html::Element element, const Surface* around) {
  if (around == nullptr) return canvas(element);
  const Style& style = styles_.of(element);
  const std::uint8_t cover = covers_[element.index()];
  const bool on_canvas = element == body_on_canvas_;
  if (cover == kNoCover && !on_canvas) return with(*around, style);
  const Key key{around, &style, static_cast<std::uint8_t>(cover | (on_canvas ? kOnCanvas : 0))};
  const auto known = known_.find(key);
  if (known != known_.end()) return *known->second;
  Surface surface = inside(*around, style);
  if (!on_canvas) paint(surface, style);
  if ((cover & kUnderAll) != 0) surface.doubt = std::max(surface.doubt, Doubt::overlap);
  if ((cover & kUnderPositioned) != 0) surface.covered = true;
  return *known_.emplace(key, &kept_.emplace_back(std::move(surface))).first->second;
}

// CSS Backgrounds 3 §2.11.2: the root's background, or else the body's, covers the canvas.
const Surface& Backdrops::canvas(html::Element root) {
  const Style& style = styles_.of(root);
  Surface canvas{.colours = {canvas_colour(style, styles_.environment())}};
  Surface surface = inside(canvas, style);
  if (root == styles_.document().root()) {
    const html::Element body = styles_.document().body();
    if (!has_background(style)) body_on_canvas_ = body;
    paint(surface, body_on_canvas_ ? styles_.of(body) : style);
    if ((covers_[root.index()] & kUnderAll) != 0) surface.doubt = std::max(surface.doubt, Doubt::overlap);
    surface.covered = (covers_[root.index()] & kUnderPositioned) != 0;
  }
  if (surface.below != nullptr) surface.below = &kept_.emplace_back(std::move(canvas));
  return kept_.emplace_back(std::move(surface));
}

const Surface& Backdrops::with(const Surface& parent, const Style& style) {
  if (style.is_plain_box()) return parent;
  const Key key{&parent, &style, kNoCover};
  const auto known = known_.find(key);
  if (known != known_.end()) return *known->second;
  Surface surface = inside(parent, style);
  paint(surface, style);
  return *known_.emplace(key, &kept_.emplace_back(std::move(surface))).first->second;
}

// What the box begins with, before its own background.
Surface Backdrops::inside(const Surface& parent, const Style& style) {
  const float opacity = style[Property::opacity].number();
  Surface surface = parent;
  surface.rendered = parent.rendered && !style.not_rendered();
  const bool overlaps = may_overlap(style) || (parent.covered && is_lifted(style));
  if (overlaps) surface.doubt = std::max(surface.doubt, Doubt::overlap);
  if (has_effect(style)) surface.doubt = Doubt::effect;
  if (opacity >= 1) return surface;
  surface.below = &parent;
  surface.opacity = opacity;
  surface.colours = {css::kTransparent};
  surface.faded_by = &style;
  // Fading in or out: what is seen for long is another state.
  if (!style[Property::animation_name].is("none")) surface.doubt = Doubt::effect;
  return surface;
}

void Backdrops::paint(Surface& surface, const Style& style) {
  if (fills_letters(style)) return;
  const Colour colour = style.colour(Property::background_color);
  if (colour.alpha > 0) {
    for (Colour& below : surface.colours) below = over(colour, below);
    surface.painted_by = &style;
  }
  if (colour.alpha >= 1) cover_up(surface, {colour});
  if (!has_image(style)) return;
  std::vector<ImageLayer> layers = image_layers(style[Property::background_image].text(), style.colour());
  const bool icon = layers.size() == 1 && is_icon_in_padding(style);
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    if (layer->image && !icon) surface.doubt = std::max(surface.doubt, Doubt::image);
    if (layer->image && !icon) surface.painted_by = &style;
    if (!layer->colours.empty()) paint_gradient(surface, style, layer->colours);
  }
}

}  // namespace veedor::rules
