#include "scanner/css/cascade/match_set.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>

namespace veedor::css {
namespace {

bool weaker(const MatchedBlock& a, const MatchedBlock& b) {
  return std::tie(a.level, a.layer, a.specificity, a.order) <
         std::tie(b.level, b.layer, b.specificity, b.order);
}

// CSS Cascade 5 §6.1: for important declarations origins and layers count the other way round; the style
// attribute still comes before rules of its origin.
bool weaker_when_important(const MatchedBlock& a, const MatchedBlock& b) {
  auto rank = [](Level level) {
    if (level == Level::user_agent) return 4;
    if (level == Level::shadow_tree) return 3;
    if (level == Level::style_attribute) return 2;
    return level == Level::author ? 1 : 0;
  };
  const int rank_a = rank(a.level);
  const int rank_b = rank(b.level);
  if (rank_a != rank_b) return rank_a < rank_b;
  if (a.layer != b.layer) return a.layer > b.layer;
  return std::tie(a.specificity, a.order) < std::tie(b.specificity, b.order);
}

std::span<const Declaration> declarations_of(const MatchedBlock& block) {
  const Block& range = block.sheet->blocks[block.block];
  return {block.sheet->declarations.data() + range.first, range.count};
}

bool has_important(const MatchedBlock& block) {
  return std::ranges::any_of(declarations_of(block), &Declaration::important);
}

}  // namespace

MatchSet Cascade::decide(std::vector<MatchedBlock> blocks, std::vector<DeclarationPlace>& places) {
  ++generation_;
  names_.clear();
  MatchSet set;
  std::vector<MatchedBlock> important;
  std::ranges::copy_if(blocks, std::back_inserter(important), has_important);
  std::ranges::stable_sort(important, weaker_when_important);
  std::ranges::stable_sort(blocks, weaker);
  for (auto block = important.rbegin(); block != important.rend(); ++block) visit(*block, true, set, places);
  for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) visit(*block, false, set, places);
  std::ranges::sort(set.longhands, {}, [](const Winner& winner) { return winner.declaration->property; });
  return set;
}

// The last declaration of a block is its strongest.
void Cascade::visit(const MatchedBlock& block, bool important, MatchSet& set,
                    std::vector<DeclarationPlace>& places) {
  const std::span<const Declaration> declarations = declarations_of(block);
  for (auto declaration = declarations.rbegin(); declaration != declarations.rend(); ++declaration) {
    if (declaration->important == important) offer(block, *declaration, set, places);
  }
}

void Cascade::offer(const MatchedBlock& block, const Declaration& declaration, MatchSet& set,
                    std::vector<DeclarationPlace>& places) {
  const bool custom = declaration.property == Property::custom;
  State& state =
      custom ? names_[declaration.custom_name] : states_[static_cast<std::size_t>(declaration.property)];
  if (!custom && state.generation != generation_) state = {.generation = generation_};
  if (state.decided || (state.to_user_agent && block.level != Level::user_agent)) return;
  if (state.has_excluded && block.level == state.excluded_level && block.layer == state.excluded_layer)
    return;
  if (declaration.value.kind() == ValueKind::wide) {
    const Wide wide = declaration.value.wide();
    if (wide == Wide::revert && block.level != Level::user_agent) {
      state.to_user_agent = true;
      return;
    }
    if (wide == Wide::revert_layer) {
      state.has_excluded = true;
      state.excluded_level = block.level;
      state.excluded_layer = block.layer;
      return;
    }
  }
  state.decided = true;
  places.push_back({block.sheet, &declaration, block.level, block.rule, block.use});
  (custom ? set.custom : set.longhands)
      .push_back({&declaration, static_cast<std::uint32_t>(places.size() - 1)});
}

}  // namespace veedor::css
