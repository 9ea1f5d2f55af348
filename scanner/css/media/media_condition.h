// Media queries as trees in one array, and the three-valued answer of each (Media Queries 4 §3.1).
#pragma once

#include <cstdint>
#include <vector>

#include "scanner/css/environment.h"
#include "scanner/css/media/media_feature.h"

namespace veedor::css {

enum class Truth : std::uint8_t { no, unknown, yes };  // in the order in which `and` takes the least

struct MediaNode {
  enum class Kind : std::uint8_t { unknown, feature, not_, and_, or_ } kind = Kind::unknown;
  std::uint32_t feature = 0;  // index in ParsedMediaQueries::features
  std::uint32_t child = 0;    // the first one; 0: none
  std::uint32_t next = 0;     // the next child of the same parent; 0: none
};

struct MediaQuery {
  enum class Type : std::uint8_t { all, screen, print, other } type = Type::all;
  bool negated = false;
  std::uint32_t condition = 0;  // 0: none
};

struct ParsedMediaQueries {
  std::vector<MediaQuery> queries;
  std::vector<MediaNode> nodes = {MediaNode{}};  // 0: none
  std::vector<MediaFeature> features;
};

// Calls itself as deep as conditions nest, which the parser bounds.
Truth evaluate(std::uint32_t node, const ParsedMediaQueries& parsed, const Environment& environment);

bool query_matches(const MediaQuery& query, const ParsedMediaQueries& parsed, const Environment& environment);

}  // namespace veedor::css
