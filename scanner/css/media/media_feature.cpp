// The table of media features, and what a desktop browser's window answers to each.
#include "scanner/css/media/media_feature.h"

#include <array>
#include <cstddef>
#include <string>

#include "scanner/base/text.h"

namespace veedor::css {
namespace {

enum class FeatureType : std::uint8_t { length, ratio, resolution, number, integer, bit, words };

using Amount = float (*)(const Environment&);
using Word = std::string_view (*)(const Environment&);

constexpr std::size_t kMaxWords = 6;

struct Feature {
  std::string_view name;
  FeatureType type;
  Amount amount = nullptr;  // of all types but words; of a ratio: the width
  Word word = nullptr;
  std::array<std::string_view, kMaxWords> words = {};
};

float width(const Environment& environment) { return environment.width; }
float height(const Environment& environment) { return environment.height; }
float resolution(const Environment& environment) { return environment.resolution; }
template <int value>
float always(const Environment&) {
  return value;
}

std::string_view orientation(const Environment& environment) {
  return environment.height >= environment.width ? "portrait" : "landscape";
}
std::string_view scheme(const Environment& environment) {
  return environment.scheme == ColourScheme::dark ? "dark" : "light";
}
std::string_view motion(const Environment& environment) {
  return environment.motion == Motion::reduced ? "reduce" : "no-preference";
}
// Media Queries 5 §12.3: forced colours that are neither are "custom".
std::string_view contrast(const Environment& environment) {
  switch (environment.contrast) {
    case Contrast::more:
      return "more";
    case Contrast::less:
      return "less";
    case Contrast::any:
      break;
  }
  return environment.forced_colours == ForcedColours::active ? "custom" : "no-preference";
}
std::string_view forced_colours(const Environment& environment) {
  return environment.forced_colours == ForcedColours::active ? "active" : "none";
}
std::string_view hover(const Environment& environment) {
  return environment.pointer == Pointer::fine ? "hover" : "none";
}
std::string_view pointer(const Environment& environment) {
  switch (environment.pointer) {
    case Pointer::none:
      return "none";
    case Pointer::coarse:
      return "coarse";
    case Pointer::fine:
      break;
  }
  return "fine";
}
std::string_view no_preference(const Environment&) { return "no-preference"; }
std::string_view none(const Environment&) { return "none"; }
std::string_view srgb(const Environment&) { return "srgb"; }
std::string_view standard(const Environment&) { return "standard"; }
std::string_view browser(const Environment&) { return "browser"; }
std::string_view enabled(const Environment&) { return "enabled"; }
std::string_view fast(const Environment&) { return "fast"; }
std::string_view scroll(const Environment&) { return "scroll"; }
std::string_view progressive(const Environment&) { return "progressive"; }
std::string_view continuous(const Environment&) { return "continuous"; }

// A screen with 8 bits a colour; pages are read as browsers show them, so scripting counts as enabled.
constexpr auto kFeatures = std::to_array<Feature>({
    {"width", FeatureType::length, width},
    {"height", FeatureType::length, height},
    {"device-width", FeatureType::length, width},
    {"device-height", FeatureType::length, height},
    {"aspect-ratio", FeatureType::ratio, width},
    {"device-aspect-ratio", FeatureType::ratio, width},
    {"resolution", FeatureType::resolution, resolution},
    {"-webkit-device-pixel-ratio", FeatureType::number, resolution},
    {"color", FeatureType::integer, always<8>},
    {"color-index", FeatureType::integer, always<0>},
    {"monochrome", FeatureType::integer, always<0>},
    {"horizontal-viewport-segments", FeatureType::integer, always<1>},
    {"vertical-viewport-segments", FeatureType::integer, always<1>},
    {"grid", FeatureType::bit, always<0>},
    {"-webkit-transform-3d", FeatureType::bit, always<1>},
    {"orientation", FeatureType::words, nullptr, orientation, {"portrait", "landscape"}},
    {"prefers-color-scheme", FeatureType::words, nullptr, scheme, {"light", "dark"}},
    {"prefers-reduced-motion", FeatureType::words, nullptr, motion, {"no-preference", "reduce"}},
    {"prefers-contrast", FeatureType::words, nullptr, contrast, {"no-preference", "more", "less", "custom"}},
    {"prefers-reduced-transparency", FeatureType::words, nullptr, no_preference, {"no-preference", "reduce"}},
    {"prefers-reduced-data", FeatureType::words, nullptr, no_preference, {"no-preference", "reduce"}},
    {"forced-colors", FeatureType::words, nullptr, forced_colours, {"none", "active"}},
    {"inverted-colors", FeatureType::words, nullptr, none, {"none", "inverted"}},
    {"hover", FeatureType::words, nullptr, hover, {"none", "hover"}},
    {"any-hover", FeatureType::words, nullptr, hover, {"none", "hover"}},
    {"pointer", FeatureType::words, nullptr, pointer, {"none", "coarse", "fine"}},
    {"any-pointer", FeatureType::words, nullptr, pointer, {"none", "coarse", "fine"}},
    {"color-gamut", FeatureType::words, nullptr, srgb, {"srgb", "p3", "rec2020"}},
    {"dynamic-range", FeatureType::words, nullptr, standard, {"standard", "high"}},
    {"video-dynamic-range", FeatureType::words, nullptr, standard, {"standard", "high"}},
    {"display-mode",
     FeatureType::words,
     nullptr,
     browser,
     {"browser", "fullscreen", "standalone", "minimal-ui", "picture-in-picture", "window-controls-overlay"}},
    {"scripting", FeatureType::words, nullptr, enabled, {"none", "initial-only", "enabled"}},
    {"update", FeatureType::words, nullptr, fast, {"none", "slow", "fast"}},
    {"overflow-block", FeatureType::words, nullptr, scroll, {"none", "scroll", "paged"}},
    {"overflow-inline", FeatureType::words, nullptr, scroll, {"none", "scroll"}},
    {"scan", FeatureType::words, nullptr, progressive, {"interlace", "progressive"}},
    {"device-posture", FeatureType::words, nullptr, continuous, {"continuous", "folded"}},
});

std::optional<std::uint8_t> find(std::string_view name) {
  for (std::size_t i = 0; i < kFeatures.size(); ++i) {
    if (ascii_iequals(kFeatures[i].name, name)) return static_cast<std::uint8_t>(i);
  }
  return {};
}

bool takes_prefix(std::uint8_t feature) {
  const FeatureType type = kFeatures[feature].type;
  return type != FeatureType::words && type != FeatureType::bit;
}

bool has_type(const MediaValue& value, FeatureType wanted) {
  using Type = MediaValue::Type;
  switch (wanted) {
    case FeatureType::length:
      return value.type == Type::length || (value.type == Type::number && value.fixed == 0);
    case FeatureType::ratio:
      return (value.type == Type::ratio || value.type == Type::number) && value.fixed >= 0 &&
             value.second >= 0;
    case FeatureType::resolution:
      return value.type == Type::resolution;
    case FeatureType::number:
      return value.type == Type::number;
    case FeatureType::integer:
      return value.type == Type::number && value.integer;
    case FeatureType::bit:
      return value.type == Type::number && value.integer && (value.fixed == 0 || value.fixed == 1);
    case FeatureType::words:
      break;
  }
  return false;
}

bool holds(Compare compare, double actual, double wanted) {
  switch (compare) {
    case Compare::exists:
      return actual != 0;
    case Compare::equal:
      return actual == wanted;
    case Compare::less:
      return actual < wanted;
    case Compare::less_equal:
      return actual <= wanted;
    case Compare::greater:
      return actual > wanted;
    case Compare::greater_equal:
      return actual >= wanted;
  }
  return false;
}

// Multiplied crosswise, so that 16/9 need not be exact. CSS Values 4 §5.6: 0/0 is 1/0, which is infinite.
bool ratio_holds(Compare compare, const Environment& environment, const MediaValue& value) {
  if (compare == Compare::exists) return environment.width != 0;
  const double first = value.fixed == 0 && value.second == 0 ? 1 : static_cast<double>(value.fixed);
  return holds(compare, static_cast<double>(environment.width) * static_cast<double>(value.second),
               first * static_cast<double>(environment.height));
}

// A word is true without a value where it is not the one that says "no" (§2.4.2).
bool word_holds(const MediaFeature& feature, std::string_view actual) {
  if (feature.compare == Compare::exists) return actual != "none" && actual != "no-preference";
  return kFeatures[feature.feature].words[feature.keyword] == actual;
}

}  // namespace

std::optional<MediaFeatureName> find_media_feature(std::string_view name) {
  if (const auto plain = find(name)) return MediaFeatureName{.feature = *plain};
  constexpr std::string_view kVendor = "-webkit-";
  std::string bare = ascii_lower(name);
  const std::size_t prefix = bare.starts_with(kVendor) ? kVendor.size() : 0;
  const std::string_view bound = std::string_view(bare).substr(prefix, 4);
  if (bound != "min-" && bound != "max-") return {};
  const Compare compare = bound == "min-" ? Compare::greater_equal : Compare::less_equal;
  bare.erase(prefix, bound.size());
  const auto found = find(bare);
  if (!found || !takes_prefix(*found)) return {};
  return MediaFeatureName{.feature = *found, .prefix = compare};
}

bool is_discrete(std::uint8_t feature) { return !takes_prefix(feature); }

std::optional<MediaFeature> discrete_feature(std::uint8_t feature, std::string_view keyword) {
  const auto& words = kFeatures[feature].words;
  for (std::size_t i = 0; i < words.size() && !words[i].empty(); ++i) {
    if (!ascii_iequals(words[i], keyword)) continue;
    return MediaFeature{
        .feature = feature, .keyword = static_cast<std::uint8_t>(i), .compare = Compare::equal};
  }
  return {};
}

std::optional<MediaFeature> range_feature(std::uint8_t feature, Compare compare, const MediaValue& value) {
  if (!has_type(value, kFeatures[feature].type)) return {};
  return MediaFeature{.feature = feature, .compare = compare, .value = value};
}

bool matches(const MediaFeature& feature, const Environment& environment) {
  const Feature& known = kFeatures[feature.feature];
  if (known.type == FeatureType::words) return word_holds(feature, known.word(environment));
  if (known.type == FeatureType::ratio) return ratio_holds(feature.compare, environment, feature.value);
  return holds(feature.compare, static_cast<double>(known.amount(environment)),
               static_cast<double>(feature.value.resolve(environment)));
}

MediaTopic topic(const MediaFeature& feature) {
  const std::string_view name = kFeatures[feature.feature].name;
  if (name == "prefers-color-scheme") return MediaTopic::scheme;
  return name == "width" || name == "device-width" || name == "orientation" ? MediaTopic::size
                                                                             : MediaTopic::other;
}

}  // namespace veedor::css
