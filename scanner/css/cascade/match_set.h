// What the cascade has decided for elements that the same rules match: the winning declaration of each
// property, whoever the parent is (CSS Cascade 5 §6.1).
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/css/sheet.h"

namespace veedor::css {

// Where a block stands in the order of the cascade; the weakest normal declarations first. shadow_tree: what
// the sheets of a shadow tree say of its host and of what is in its slots.
enum class Level : std::uint8_t { user_agent, attribute_hint, shadow_tree, author, style_attribute };

struct SheetUse;  // gather.h

// One matched rule, or one block of declarations that is no rule.
struct MatchedBlock {
  Level level = Level::author;
  std::uint16_t layer = 0;  // rank; higher is stronger
  Specificity specificity;
  std::uint32_t order = 0;  // of appearance on the page
  const Sheet* sheet = nullptr;
  std::uint32_t block = 0;        // in the sheet
  std::uint32_t rule = kNoRule;   // in the sheet
  const SheetUse* use = nullptr;  // null where it is no rule
  static constexpr std::uint32_t kNoRule = UINT32_MAX;
};

struct Winner {
  const Declaration* declaration = nullptr;
  std::uint32_t from = 0;  // see Style::Slot
};

struct MatchSet {
  std::vector<Winner> longhands;  // by property, each at most once; a `wide` value is initial, inherit,
                                  // unset, or the user agent's revert
  std::vector<Winner> custom;     // each name at most once
};

// Where a declaration came from; Style::Slot::from counts in a table of these.
struct DeclarationPlace {
  const Sheet* sheet = nullptr;
  const Declaration* declaration = nullptr;
  Level level = Level::user_agent;
  std::uint32_t rule = MatchedBlock::kNoRule;
  const SheetUse* use = nullptr;
};

class Cascade {
 public:
  // Decides among `blocks`, in any order. What wins is numbered in `places`.
  MatchSet decide(std::vector<MatchedBlock> blocks, std::vector<DeclarationPlace>& places);

 private:
  // How far a property has come, from the strongest declaration down.
  struct State {
    std::uint32_t generation = 0;
    bool decided = false;
    bool to_user_agent = false;  // `revert` was met: only the user agent's declarations count
    bool has_excluded = false;   // `revert-layer` was met: nothing of that layer counts
    Level excluded_level = Level::author;
    std::uint16_t excluded_layer = 0;
  };
  void visit(const MatchedBlock& block, bool important, MatchSet& set, std::vector<DeclarationPlace>& places);
  void offer(const MatchedBlock& block, const Declaration& declaration, MatchSet& set,
             std::vector<DeclarationPlace>& places);

  std::uint32_t generation_ = 0;
  std::vector<State> states_ = std::vector<State>(kLonghands);
  std::unordered_map<std::string_view, State> names_;  // of the custom properties at hand
};

}  // namespace veedor::css
