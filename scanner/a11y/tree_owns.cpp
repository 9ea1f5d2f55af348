// aria-owns: who is whose child for assistive technology (ARIA 1.2 §6.6.5, core-aam "tree inclusion").
#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/tree_state.h"
#include "scanner/base/text.h"

namespace veedor::a11y {

std::vector<html::Element> referenced_elements(html::Element element, std::string_view attribute,
                                               const html::Document& document) {
  std::vector<html::Element> elements;
  const auto ids = element.attribute(attribute);
  if (!ids) return elements;
  const html::Element root = document.shadow_elements().empty() ? document.root() : html::tree_root(element);
  for (std::string_view id : split_whitespace(*ids)) {
    if (elements.size() == kMaxReferences) break;
    const html::Element target = document.by_id(id, root);
    if (target) elements.push_back(target);
  }
  return elements;
}

// The first owner in document order takes an element, unless it would own what it is part of. Neither a
// hidden owner nor a hidden element counts (ARIA 1.3, aria-owns).
void TreeState::take_owned(Owning& owning, html::Element owner, std::size_t& steps) {
  if (hidden(owner)) return;
  for (html::Element up = owner; up && steps > 0; up = flat.parent(up), --steps) {
    if (says_aria_hidden(up)) return;
  }
  for (html::Element target : referenced_elements(owner, "aria-owns", document)) {
    if (owning.owners.contains(target.id()) || hidden(target)) continue;
    html::Element up = owner;
    while (up && up != target && steps > 0) {
      const auto above = owning.owners.find(up.id());
      up = above == owning.owners.end() ? flat.parent(up) : above->second;
      --steps;
    }
    if (up) continue;  // a circle, or too many steps to know
    owning.owners.emplace(target.id(), owner);
    owning.owned[owner.id()].push_back(target);
  }
}

const TreeState::Owning& TreeState::owning() {
  if (owning_) return *owning_;
  Owning owning;
  std::size_t steps = 100'000 + 20 * document.element_count();
  for (html::Element element : document.elements()) {
    if (element.has("aria-owns")) take_owned(owning, element, steps);
  }
  for (html::Element element : document.shadow_elements()) {
    if (element.has("aria-owns")) take_owned(owning, element, steps);
  }
  return owning_.emplace(std::move(owning));
}

html::Element TreeState::parent(html::Element element) {
  if (!element) return {};
  const Owning& found = owning();
  if (!found.owners.empty()) {
    const auto owner = found.owners.find(element.id());
    if (owner != found.owners.end()) return owner->second;
  }
  return flat.parent(element);
}

bool TreeState::is_owned(html::Element element) { return owning().owners.contains(element.id()); }

std::span<const html::Element> TreeState::owned(html::Element element) {
  const Owning& found = owning();
  if (found.owned.empty()) return {};
  const auto list = found.owned.find(element.id());
  if (list == found.owned.end()) return {};
  return list->second;
}

}  // namespace veedor::a11y
