// Which boxes have something painted over or under their content that is not around it: positioned pictures
// and shades, pictures that share a cell of a grid.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/support/used_styles.h"
#include "scanner/css/cascade/styles.h"

namespace veedor::rules {

// What may lie between the background of a box and its content. A set of bits.
enum Cover : std::uint8_t {
  kNoCover = 0,
  kUnderAll = 1,         // under all of the content
  kUnderPositioned = 2,  // under what is positioned
};

// By Element::index().
std::vector<std::uint8_t> box_covers(const css::Styles& styles, const UsedStyles& used);

}  // namespace veedor::rules
