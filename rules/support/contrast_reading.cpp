#include "rules/support/contrast_reading.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "rules/support/contrast.h"
#include "rules/support/painted.h"

namespace veedor::rules {
namespace {

using css::Colour;
using css::Property;
using css::Style;

constexpr int kMaxGroups = 16;
constexpr std::size_t kMaxPairs = 96;

struct Pair {
  Colour text;
  Colour background;
  double ratio = 1;
};

void add_pair(std::vector<Pair>& pairs, Colour text, Colour background) {
  pairs.push_back({text, background, 1});
}

// Compositing 1 §3: a group is painted for itself and then, with its opacity, on what is below.
std::vector<Pair> pairs_on(Colour text, const Surface& surface, Doubt& doubt) {
  std::vector<Pair> pairs;
  for (Colour colour : surface.colours) add_pair(pairs, over(text, colour), colour);
  doubt = surface.doubt;
  int groups = 0;
  for (const Surface* group = &surface; group->below != nullptr; group = group->below) {
    doubt = std::max(doubt, ++groups > kMaxGroups ? Doubt::effect : group->below->doubt);
    if (groups > kMaxGroups) break;
    std::vector<Pair> outer;
    for (Colour below : group->below->colours) {
      for (const Pair& pair : pairs) {
        if (outer.size() == kMaxPairs) break;
        add_pair(outer, over(faded(pair.text, group->opacity), below),
                 over(faded(pair.background, group->opacity), below));
      }
    }
    pairs = std::move(outer);
  }
  for (Pair& pair : pairs) {
    pair.text = as_shown(pair.text);
    pair.background = as_shown(pair.background);
    pair.ratio = contrast(pair.text, pair.background);
  }
  return pairs;
}

bool is_unseen(const std::vector<Pair>& pairs) {
  return std::ranges::all_of(pairs, [](const Pair& pair) { return pair.text == pair.background; });
}

enum class Shade : std::uint8_t { none, helps, surrounds };

// A blurred or undisplaced shadow is around every letter; four displaced ones are, too.
bool is_halo(const TextShadow& shadow) {
  return std::abs(shadow.x) <= std::max(1.0, shadow.blur) && std::abs(shadow.y) <= std::max(1.0, shadow.blur);
}

bool surround(const std::vector<TextShadow>& shadows) {
  bool sides[4] = {};
  for (const TextShadow& shadow : shadows) {
    if (shadow.colour.alpha < 1 || shadow.x == 0 || shadow.y == 0) return false;
    sides[(shadow.x > 0 ? 1 : 0) + (shadow.y > 0 ? 2 : 0)] = true;
  }
  return std::ranges::all_of(sides, [](bool side) { return side; });
}

// What shadows change: the colour next to the letters may be theirs.
Shade shade_of(const Style& style, Colour text, const std::vector<Pair>& pairs, double required) {
  const std::vector<TextShadow> shadows = text_shadows(style);
  if (shadows.empty()) return Shade::none;
  bool helps = false;
  bool harms = true;
  for (const TextShadow& shadow : shadows) {
    for (const Pair& pair : pairs) {
      const Colour behind = as_shown(over(shadow.colour, pair.background));
      const bool enough = contrast(as_shown(over(text, behind)), behind) >= required;
      helps = helps || (enough && is_halo(shadow));
      harms = harms && !enough;
    }
  }
  if (harms && surround(shadows)) return Shade::surrounds;
  return helps ? Shade::helps : Shade::none;
}

Reading reading_of(Doubt doubt, bool passes, bool fails, Shade shade) {
  if (doubt == Doubt::effect) return passes ? Reading::passes : Reading::effect;
  if (doubt == Doubt::image) return Reading::image;
  if (passes) return shade == Shade::surrounds ? Reading::fails : Reading::passes;
  if (doubt == Doubt::overlap) return Reading::overlap;
  if (shade == Shade::helps) return Reading::shadow;
  return fails ? Reading::fails : Reading::gradient;
}

}  // namespace

bool is_large(const Style& style) {
  constexpr double kLarge = 24;         // px: 18 pt
  constexpr double kLargeBold = 18.66;  // px: 14 pt, as authors round it
  const double size = style.font_size();
  return size >= kLarge || (size >= kLargeBold && style.font_weight() >= 700);
}

double required_ratio(const Style& style, ContrastLevel level) {
  if (level == ContrastLevel::minimum) return is_large(style) ? 3 : 4.5;
  return is_large(style) ? 4.5 : 7;
}

Colour text_colour(const Style& style) { return style.colour(Property::text_fill_color); }

Contrast read_contrast(const Style& style, Colour text, const Surface& surface, double required) {
  Contrast contrast{.required = required};
  if (text.alpha <= 0) {
    // Letters cut out of a gradient have no colour of their own.
    const bool cut = style[Property::background_clip].text().find("text") != std::string_view::npos;
    contrast.reading = cut ? Reading::effect : Reading::invisible;
    return contrast;
  }
  Doubt doubt = Doubt::none;
  const std::vector<Pair> pairs = pairs_on(text, surface, doubt);
  if (style[Property::text_stroke_width].number() > 0) doubt = Doubt::effect;
  const auto [worst, best] = std::ranges::minmax_element(pairs, {}, &Pair::ratio);
  const bool passes = worst->ratio >= required;
  const bool fails = best->ratio < required;
  if (doubt == Doubt::none && is_unseen(pairs)) {
    contrast.reading = Reading::invisible;
    return contrast;
  }
  const bool shaded = !style[Property::text_shadow].is("none");
  const Shade shade = shaded ? shade_of(style, text, pairs, required) : Shade::none;
  contrast.reading = reading_of(doubt, passes, fails, shade);
  if (contrast.reading == Reading::passes) return contrast;
  Pair decides = fails ? *best : *worst;
  if (shade == Shade::surrounds) {
    decides.background = as_shown(text_shadows(style).front().colour);
    decides.ratio = rules::contrast(decides.text, decides.background);
  }
  contrast.ratio = decides.ratio;
  contrast.text = decides.text;
  contrast.background = decides.background;
  contrast.varies = pairs.size() > 1;
  contrast.faded = surface.below != nullptr;
  if (contrast.faded || contrast.reading != Reading::fails) return contrast;
  std::vector<Colour> backgrounds;
  for (const Pair& pair : pairs)
    backgrounds.push_back(shade == Shade::surrounds ? decides.background : pair.background);
  contrast.better = nearest_passing(decides.text, backgrounds, required);
  return contrast;
}

}  // namespace veedor::rules
