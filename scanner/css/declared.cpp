#include "scanner/css/declared.h"

#include <algorithm>
#include <array>

namespace veedor::css {
namespace {

// Calls `visit` with each longhand of a block once and with the block's number.
template <class Visit>
void for_each_longhand(const Sheet& sheet, const Visit& visit) {
  std::array<std::uint32_t, kLonghands> last{};  // the block that had it last, counted from 1
  for (std::uint32_t number = 0; number < sheet.blocks.size(); ++number) {
    const Block& block = sheet.blocks[number];
    for (std::size_t i = block.first; i < block.first + block.count; ++i) {
      const auto property = static_cast<std::size_t>(sheet.declarations[i].property);
      if (property >= kLonghands || last[property] == number + 1) continue;
      last[property] = number + 1;
      visit(property, number);
    }
  }
}

}  // namespace

Declared::Declared(const Sheet& sheet) {
  for_each_longhand(sheet, [&](std::size_t property, std::uint32_t) { ++begins_[property + 1]; });
  for (std::size_t property = 0; property < kLonghands; ++property)
    begins_[property + 1] += begins_[property];
  blocks_.resize(begins_.back());
  std::array<std::uint32_t, kLonghands> at{};
  std::copy_n(begins_.begin(), at.size(), at.begin());
  for_each_longhand(sheet,
                    [&](std::size_t property, std::uint32_t block) { blocks_[at[property]++] = block; });
  // Rules stand in the order of their blocks.
  first_rules_.reserve(sheet.blocks.size() + 1);
  std::uint32_t rule = 0;
  for (std::uint32_t block = 0; block <= sheet.blocks.size(); ++block) {
    while (rule < sheet.rules.size() && sheet.rules[rule].block < block) ++rule;
    first_rules_.push_back(rule);
  }
}

std::span<const std::uint32_t> Declared::blocks_with(Property longhand) const {
  const auto property = static_cast<std::size_t>(longhand);
  if (property >= kLonghands) return {};
  return std::span(blocks_).subspan(begins_[property], begins_[property + 1] - begins_[property]);
}

}  // namespace veedor::css
