// The order of cascade layers over all sheets of a page (CSS Cascade 5 §6.4.3).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace veedor::css {

class LayerOrder {
 public:
  // The layer of that name within `parent` (0: the outermost level), in the order of first mention; "" is a
  // new one each time.
  std::uint32_t mention(std::uint32_t parent, std::string_view name);
  // By layer number, from 1: the weakest first. Unlayered rules, number 0, are the strongest. Call when all
  // are mentioned.
  std::vector<std::uint16_t> ranks() const;

  static constexpr std::size_t kMaxLayers = 4096;  // past that, layers share the last one's number

 private:
  struct Node {
    std::vector<std::uint32_t> children;
  };
  std::vector<Node> nodes_ = {Node{}};
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> named_;
};

}  // namespace veedor::css
