// Names of cascade layers (CSS Cascade 5 §6.4): which of them are the same layer, and when each was named.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "scanner/css/sheet.h"
#include "scanner/css/syntax/token.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {

using LayerName = std::vector<std::string_view>;  // "a.b"; empty: anonymous

// One `<layer-name>`; nothing, and the stream anywhere, for what is none.
std::optional<LayerName> parse_layer_name(TokenStream& stream);
// `<layer-name>#`; empty for what is none.
std::vector<LayerName> parse_layer_names(std::span<const Token> tokens);

class LayerNames {
 public:
  explicit LayerNames(Sheet& sheet) : sheet_(sheet) {}
  // The layer's index in the sheet, where it is added if it is new. `parent` is the layer around the rule.
  std::uint32_t mention(std::uint32_t parent, const LayerName& name, std::uint32_t condition);

 private:
  std::uint32_t add(std::uint32_t parent, std::string_view name);
  void note(std::uint32_t layer, std::uint32_t condition);

  Sheet& sheet_;
  std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t> named_;
  std::vector<std::uint32_t> last_condition_;  // under which each layer was mentioned
};

}  // namespace veedor::css
