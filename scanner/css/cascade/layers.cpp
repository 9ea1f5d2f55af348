#include "scanner/css/cascade/layers.h"

namespace veedor::css {

std::uint32_t LayerOrder::mention(std::uint32_t parent, std::string_view name) {
  const auto key = std::pair(parent, std::string(name));
  if (!name.empty()) {
    const auto known = named_.find(key);
    if (known != named_.end()) return known->second;
  }
  if (nodes_.size() >= kMaxLayers) return static_cast<std::uint32_t>(nodes_.size() - 1);
  const auto number = static_cast<std::uint32_t>(nodes_.size());
  nodes_.emplace_back();
  nodes_[parent].children.push_back(number);
  if (!name.empty()) named_.emplace(key, number);
  return number;
}

// Layers within a layer are weaker than what stands in it directly: a walk that ranks a node after its
// children.
std::vector<std::uint16_t> LayerOrder::ranks() const {
  std::vector<std::uint16_t> ranks(nodes_.size());
  std::uint16_t next = 1;
  std::vector<std::pair<std::uint32_t, std::size_t>> open = {{0, 0}};  // a node, and which child comes next
  while (!open.empty()) {
    auto& [node, child] = open.back();
    if (child < nodes_[node].children.size()) {
      const std::uint32_t down = nodes_[node].children[child++];
      open.emplace_back(down, 0);
    } else {
      ranks[node] = next++;
      open.pop_back();
    }
  }
  return ranks;
}

}  // namespace veedor::css
