#include "scanner/css/cascade/custom_properties.h"

#include <algorithm>

#include "scanner/css/value/variables.h"

namespace veedor::css {
namespace {

constexpr int kMaxChain = 12;                 // layers; longer chains are copied together
constexpr std::size_t kMaxWaiting = 64;       // variables that use variables that use variables …
constexpr std::size_t kMaxTexts = 32U << 20;  // bytes of substituted values of one page
constexpr std::size_t kMaxCopied = 1024;      // entries of one chain that are copied together

const CustomProperties::Entry* find_in(const CustomProperties& layer, std::string_view name) {
  const auto found = std::ranges::lower_bound(layer.entries, name, {}, &CustomProperties::Entry::name);
  return found != layer.entries.end() && found->name == name ? &*found : nullptr;
}

}  // namespace

CustomPropertyTable::CustomPropertyTable(std::span<const RegisteredProperty> registered) {
  for (const RegisteredProperty& property : registered) register_property(property);
}

void CustomPropertyTable::register_property(const RegisteredProperty& property) {
  registered_[property.name] = property;  // the last one counts (CSS Properties and Values 1 §3)
  some_do_not_inherit_ = some_do_not_inherit_ || !property.inherits;
}

std::optional<std::string_view> CustomPropertyTable::initial(std::string_view name) const {
  const auto found = registered_.find(name);
  if (found == registered_.end() || !found->second.has_initial) return std::nullopt;
  return found->second.initial;
}

std::optional<std::string_view> CustomPropertyTable::find(const CustomProperties* chain,
                                                          std::string_view name) const {
  for (const CustomProperties* layer = chain; layer != nullptr; layer = layer->parent) {
    if (const CustomProperties::Entry* entry = find_in(*layer, name)) return entry->value;
    if (!some_do_not_inherit_) continue;
    const auto registered = registered_.find(name);
    if (registered != registered_.end() && !registered->second.inherits) break;
  }
  return initial(name);
}

// What `chain`, the parent's, hands down.
std::optional<std::string_view> CustomPropertyTable::inherited(const CustomProperties* chain,
                                                               std::string_view name) const {
  const auto registered = registered_.find(name);
  const bool inherits = registered == registered_.end() || registered->second.inherits;
  return inherits ? find(chain, name) : initial(name);
}

void CustomPropertyTable::declare(const Declaration& declaration, const CustomProperties* parent,
                                  Drafts& drafts) const {
  Draft draft;
  if (declaration.value.kind() == ValueKind::wide) {
    const auto registered = registered_.find(declaration.custom_name);
    const bool inherits = registered == registered_.end() || registered->second.inherits;
    const Wide wide = declaration.value.wide();
    const bool from_parent = wide == Wide::inherit || (wide != Wide::initial && inherits);
    draft.value = from_parent ? find(parent, declaration.custom_name) : initial(declaration.custom_name);
    draft.progress = Progress::done;
  } else {
    draft.text = declaration.value.text();
    draft.substitutes = declaration.value.kind() == ValueKind::unresolved;
  }
  drafts[declaration.custom_name] = draft;
}

std::optional<std::string_view> CustomPropertyTable::resolve(std::string_view name, Drafts& drafts,
                                                             const CustomProperties* parent) {
  const auto found = drafts.find(name);
  if (found == drafts.end()) return inherited(parent, name);
  Draft& draft = found->second;
  if (draft.progress == Progress::done) return draft.value;
  if (draft.progress == Progress::under_way) {
    // CSS Custom Properties 1 §2.3: everything in the cycle becomes invalid, fallbacks or not.
    for (auto in_cycle = under_way_.rbegin(); in_cycle != under_way_.rend(); ++in_cycle) {
      drafts[*in_cycle].cyclic = true;
      if (*in_cycle == name) break;
    }
    return std::nullopt;
  }
  if (!draft.substitutes) {
    draft.value = draft.text;
  } else if (under_way_.size() >= kMaxWaiting || texts_.bytes() > kMaxTexts) {
    out_of_budget_ = true;
  } else {
    draft.progress = Progress::under_way;
    under_way_.push_back(name);
    std::optional<std::string> text =
        substitute(draft.text, [&](std::string_view other) { return resolve(other, drafts, parent); });
    under_way_.pop_back();
    if (text && !draft.cyclic) draft.value = texts_.keep(*text);
  }
  draft.progress = Progress::done;
  if (!draft.value) draft.value = initial(name);  // registered ones fall back to their initial value
  return draft.value;
}

// Makes one layer of a long chain, up to the first layer that is too large to be copied again and again.
void CustomPropertyTable::join(CustomProperties& chain) {
  for (const CustomProperties* layer = chain.parent; layer != nullptr; layer = layer->parent) {
    if (layer->entries.size() > kMaxCopied || chain.entries.size() > kMaxCopied) return;
    if (layer->entries.size() > entries_left_) {
      out_of_budget_ = true;
      return;
    }
    entries_left_ -= layer->entries.size();
    const std::size_t known = chain.entries.size();
    for (const CustomProperties::Entry& entry : layer->entries) {
      const auto mine = std::span(chain.entries).first(known);
      const auto found = std::ranges::lower_bound(mine, entry.name, {}, &CustomProperties::Entry::name);
      if (found == mine.end() || found->name != entry.name) chain.entries.push_back(entry);
    }
    std::ranges::sort(chain.entries, {}, &CustomProperties::Entry::name);
    chain.parent = layer->parent;
    chain.depth = layer->depth;
  }
}

const CustomProperties* CustomPropertyTable::build(std::span<const Winner> own,
                                                   const CustomProperties* parent) {
  if (own.empty() && (parent == nullptr || !some_do_not_inherit_)) return parent;
  if (own.size() > entries_left_) {
    out_of_budget_ = true;
    return parent;
  }
  entries_left_ -= own.size();
  Drafts drafts;
  for (const Winner& winner : own) declare(*winner.declaration, parent, drafts);
  CustomProperties chain{.parent = parent, .entries = {}, .depth = parent == nullptr ? 1 : parent->depth + 1};
  for (auto& [name, draft] : drafts) chain.entries.push_back({name, resolve(name, drafts, parent)});
  if (chain.depth > kMaxChain && !some_do_not_inherit_) join(chain);
  return &chains_.emplace_back(std::move(chain));
}

}  // namespace veedor::css
