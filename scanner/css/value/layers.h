// Shorthands whose value is a list of layers: each longhand gets the list of its own parts.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "scanner/css/value/shorthand.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

// No page has more; each costs a text for every longhand.
inline constexpr std::size_t kMaxLayers = 1024;

// The one value, or all texts with commas between.
template <std::size_t n>
Value join_layers(const std::vector<std::array<Value, n>>& layers, std::size_t i, TextPool& pool) {
  if (layers.size() == 1) return layers[0][i];
  std::string text;
  for (const std::array<Value, n>& layer : layers) {
    if (!text.empty()) text += ", ";
    text += layer[i].text();
  }
  return Value::raw(pool.keep(std::move(text)));
}

}  // namespace veedor::css
