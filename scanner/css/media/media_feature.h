// One media feature with what it is compared to (Media Queries 5 §2.4 and appendices).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "scanner/css/environment.h"
#include "scanner/css/media/media_value.h"

namespace veedor::css {

enum class Compare : std::uint8_t { exists, equal, less, less_equal, greater, greater_equal };

struct MediaFeature {
  std::uint8_t feature = 0;  // number in the table of features
  std::uint8_t keyword = 0;  // of a discrete feature: which of its words, from 0
  Compare compare = Compare::exists;
  MediaValue value;
};

// What a name in a media query stands for.
struct MediaFeatureName {
  std::uint8_t feature = 0;
  Compare prefix = Compare::equal;  // min-: greater_equal; max-: less_equal
};

// Nothing for a feature that is unknown, or that takes no prefix.
std::optional<MediaFeatureName> find_media_feature(std::string_view name);
bool is_discrete(std::uint8_t feature);
// "(orientation: landscape)"; nothing for a word that the feature does not have.
std::optional<MediaFeature> discrete_feature(std::uint8_t feature, std::string_view keyword);
// Nothing for a value of the wrong type. In a comparison the feature stands to the left.
std::optional<MediaFeature> range_feature(std::uint8_t feature, Compare compare, const MediaValue& value);

bool matches(const MediaFeature& feature, const Environment& environment);

// What a feature is about, for those who ask whether another environment would make a difference.
enum class MediaTopic : std::uint8_t { other, size, scheme };
MediaTopic topic(const MediaFeature& feature);

}  // namespace veedor::css
