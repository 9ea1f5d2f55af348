// Which blocks of a sheet declare a property: for a look at the few rules that set something, where asking
// all of them, on each page that links the sheet, would cost more than what comes of it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "scanner/css/sheet.h"

namespace veedor::css {

class Declared {
 public:
  explicit Declared(const Sheet& sheet);
  // Indices in Sheet::blocks, ascending. None for what is no longhand.
  std::span<const std::uint32_t> blocks_with(Property longhand) const;
  // Where the rules of a block begin in Sheet::rules; of the number of blocks, where all end.
  std::uint32_t first_rule(std::uint32_t block) const { return first_rules_[block]; }

 private:
  std::array<std::uint32_t, kLonghands + 1> begins_{};  // by property: its place in blocks_
  std::vector<std::uint32_t> blocks_;
  std::vector<std::uint32_t> first_rules_;  // by block
};

// The rules whose declarations are in that block of a sheet, no style="".
inline std::span<const StyleRule> rules_of_block(const Sheet& sheet, std::uint32_t block) {
  const std::uint32_t first = sheet.declared->first_rule(block);
  return std::span(sheet.rules).subspan(first, sheet.declared->first_rule(block + 1) - first);
}

// Calls `visit` with each rule that declares the property and with its declaration, in the order of the
// sheet; one that declares it twice is met twice.
template <class Visit>
void for_each_rule_with(const Sheet& sheet, Property longhand, const Visit& visit) {
  if (!sheet.declared) return;
  for (const std::uint32_t number : sheet.declared->blocks_with(longhand)) {
    const Block& block = sheet.blocks[number];
    for (const StyleRule& rule : rules_of_block(sheet, number)) {
      for (std::size_t i = block.first; i < block.first + block.count; ++i) {
        if (sheet.declarations[i].property == longhand) visit(rule, sheet.declarations[i]);
      }
    }
  }
}

}  // namespace veedor::css
