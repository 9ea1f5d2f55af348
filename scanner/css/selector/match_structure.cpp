// The pseudo-classes of the tree's structure (Selectors 4 §14).
#include <cstdint>
#include <limits>

#include "scanner/css/selector/matcher.h"

namespace veedor::css {
namespace {

// Stands for an element that does not match S.
constexpr std::uint32_t kNoRank = std::numeric_limits<std::uint32_t>::max();

bool on_formula(const Simple& simple, std::uint32_t position) {
  const std::int64_t distance = std::int64_t{position} - simple.offset;
  if (simple.step == 0) return distance == 0;
  return distance % simple.step == 0 && distance / simple.step >= 0;
}

std::uint32_t from_end(MatchCache::Place place) { return place.count - place.position + 1; }

// Selectors 4 lets white space pass, but no browser does: any text counts.
bool is_empty(html::Element element, MatchContext& context) {
  for (html::Node node = element.first_child_node(); node; node = node.next_sibling()) {
    if (!spend(context)) return false;
    if (node.element() || !node.text().empty()) return element.is("template");
  }
  return true;
}

}  // namespace

bool Matcher::structure(html::Element element, const Simple& simple) {
  MatchCache& cache = context_.cache;
  switch (simple.pseudo) {
    case PseudoClass::root:
      return element == context_.document.root();
    case PseudoClass::empty:
      return is_empty(element, context_);
    case PseudoClass::first_child:
      return !cache.previous_sibling(element);
    case PseudoClass::last_child:
      return !element.next_sibling();
    case PseudoClass::only_child:
      return !element.next_sibling() && !cache.previous_sibling(element);
    case PseudoClass::first_of_type:
      return cache.type_place(element).position == 1;
    case PseudoClass::last_of_type:
      return from_end(cache.type_place(element)) == 1;
    case PseudoClass::only_of_type:
      return cache.type_place(element).count == 1;
    case PseudoClass::nth_child:
    case PseudoClass::nth_last_child:
      return nth_child_of(element, simple);
    case PseudoClass::nth_of_type:
      return on_formula(simple, cache.type_place(element).position);
    case PseudoClass::nth_last_of_type:
      return on_formula(simple, from_end(cache.type_place(element)));
    default:
      return false;
  }
}

bool Matcher::nth_child_of(html::Element element, const Simple& simple) {
  const MatchCache::Place place =
      simple.list == 0 ? context_.cache.place(element) : rank(element, simple.list);
  if (place.position == 0) return false;
  return on_formula(simple, simple.pseudo == PseudoClass::nth_child ? place.position : from_end(place));
}

// The place of `element` among those of its siblings that `list` matches; position 0 where it is none of
// them. Found for all siblings at once.
MatchCache::Place Matcher::rank(html::Element element, std::uint32_t list) {
  std::span<MatchCache::Place> ranks;
  if (may_remember(table_.lists[list].states)) ranks = context_.cache.ranks(table_, list, context_.host);
  if (element.index() >= ranks.size()) ranks = {};
  if (!ranks.empty() && ranks[element.index()].count == kNoRank) return {};
  if (!ranks.empty() && ranks[element.index()].count != 0) return ranks[element.index()];

  const html::Element parent = element.parent();
  const html::Element first = parent ? parent.first_child() : element;
  MatchCache::Place result;
  std::uint32_t count = 0;
  std::vector<html::Element> matched;
  for (html::Element sibling = first; sibling; sibling = sibling.next_sibling()) {
    const bool matches = this->list(sibling, list);
    if (*context_.steps_left == 0) return {};
    if (matches) ++count;
    if (matches && sibling == element) result.position = count;
    if (ranks.empty()) continue;
    ranks[sibling.index()] = {.position = matches ? count : 0, .count = matches ? 0 : kNoRank};
    if (matches) matched.push_back(sibling);
  }
  for (html::Element sibling : matched) ranks[sibling.index()].count = count;
  result.count = count;
  return result;
}

}  // namespace veedor::css
