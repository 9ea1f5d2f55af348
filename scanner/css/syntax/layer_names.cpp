// From "@layer base, theme.dark" to indexes.
#include "scanner/css/syntax/layer_names.h"

#include <limits>

#include "scanner/base/text.h"
#include "scanner/css/syntax/item_reader.h"

namespace veedor::css {
namespace {

constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

// CSS Cascade 5 §6.4.2: CSS-wide keywords are no names of layers.
bool is_reserved(std::string_view name) {
  for (std::string_view word : {"initial", "inherit", "unset", "revert", "revert-layer", "default"}) {
    if (ascii_iequals(word, name)) return true;
  }
  return false;
}

}  // namespace

std::optional<LayerName> parse_layer_name(TokenStream& stream) {
  LayerName name;
  for (;;) {
    const Token& part = stream.next();
    if (!part.is(TokenKind::ident) || is_reserved(part.text)) return {};
    name.push_back(part.text);
    if (!stream.peek().is_delim('.')) return name;
    stream.next();
  }
}

std::vector<LayerName> parse_layer_names(std::span<const Token> tokens) {
  std::vector<LayerName> names;
  TokenStream stream(trim(tokens));
  for (;;) {
    std::optional<LayerName> name = parse_layer_name(stream);
    if (!name) return {};
    names.push_back(std::move(*name));
    stream.skip_whitespace();
    if (stream.at_end()) return names;
    if (!stream.next().is(TokenKind::comma)) return {};
    stream.skip_whitespace();
  }
}

std::uint32_t LayerNames::add(std::uint32_t parent, std::string_view name) {
  const auto next = static_cast<std::uint32_t>(sheet_.layers.size());
  if (!name.empty()) {
    const auto [found, is_new] = named_.try_emplace({parent, name}, next);
    if (!is_new) return found->second;
  }
  sheet_.layers.push_back({.parent = parent, .name = name});
  return next;
}

void LayerNames::note(std::uint32_t layer, std::uint32_t condition) {
  if (last_condition_.size() <= layer) last_condition_.resize(layer + 1, kNever);
  std::uint32_t& last = last_condition_[layer];
  if (last == 0 || last == condition) return;  // it has its place already, whenever this one holds
  last = condition;
  sheet_.layer_mentions.push_back({.layer = layer, .condition = condition});
}

std::uint32_t LayerNames::mention(std::uint32_t parent, const LayerName& name, std::uint32_t condition) {
  if (name.empty()) {
    const std::uint32_t anonymous = add(parent, {});
    note(anonymous, condition);
    return anonymous;
  }
  for (std::string_view part : name) {
    parent = add(parent, part);
    note(parent, condition);
  }
  return parent;
}

}  // namespace veedor::css
