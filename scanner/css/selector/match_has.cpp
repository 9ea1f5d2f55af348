// :has() (Selectors 4 §4.5): a walk over what an argument can reach, which remembers what it has seen.
#include <algorithm>
#include <cstddef>

#include "scanner/css/selector/matcher.h"

namespace veedor::css {
namespace {

constexpr std::size_t kAnyDepth = static_cast<std::size_t>(-1);

bool is_sibling(Combinator combinator) {
  return combinator == Combinator::next_sibling || combinator == Combinator::subsequent_sibling;
}

// The contents of a <template> are in no tree that its ancestors can see.
html::Element first_child(html::Element element) {
  return element.is("template") ? html::Element() : element.first_child();
}

}  // namespace

// Where the elements are that an argument can match.
struct Matcher::Reach {
  bool beside = false;       // after the anchor; else below it
  std::size_t siblings = 0;  // beside: how many siblings on, exactly; 0: any
  std::size_t depth = 0;     // how many levels down from there, at most
  bool descendant = false;   // begins with white space: what an element reaches, its ancestors reach, too
  bool single = false;       // one compound
};

Matcher::Reach Matcher::reach(const Complex& complex) const {
  const auto compounds = table_.compounds_of(complex);
  Reach reach;
  reach.beside = is_sibling(compounds.back().combinator);
  reach.descendant = compounds.back().combinator == Combinator::descendant;
  reach.single = compounds.size() == 1;
  bool at_level = true;
  bool exact = true;
  for (std::size_t i = compounds.size(); i-- > 0;) {
    const Combinator combinator = compounds[i].combinator;
    if (!is_sibling(combinator)) at_level = false;
    if (at_level && combinator == Combinator::next_sibling) ++reach.siblings;
    if (at_level && combinator == Combinator::subsequent_sibling) exact = false;
    if (combinator == Combinator::child && reach.depth != kAnyDepth) ++reach.depth;
    if (combinator == Combinator::descendant) reach.depth = kAnyDepth;
  }
  if (!exact) reach.siblings = 0;
  return reach;
}

bool Matcher::has(html::Element anchor, std::uint32_t list) {
  const auto items = table_.items_of(list);
  return std::any_of(items.begin(), items.end(), [&](std::uint32_t item) { return has_one(anchor, item); });
}

bool Matcher::has_one(html::Element anchor, std::uint32_t index) {
  const Complex& complex = table_.complexes[index];
  std::span<MatchCache::Known> known;
  if (may_remember(complex.states)) known = context_.cache.known(table_, index, context_.host);
  if (anchor.index() >= known.size()) known = {};
  if (!known.empty() && known[anchor.index()] != MatchCache::Known::unknown) {
    return known[anchor.index()] == MatchCache::Known::yes;
  }
  const Reach reach = this->reach(complex);
  const bool found =
      reach.beside ? has_beside(anchor, complex, reach) : has_below(anchor, anchor, complex, reach, known);
  if (!known.empty() && *context_.steps_left > 0) {
    known[anchor.index()] = found ? MatchCache::Known::yes : MatchCache::Known::no;
  }
  return found;
}

// Looks through the descendants of `top`. With an argument that begins with white space, whatever is below
// an element in which nothing was found has nothing either; and with a single compound, all ancestors of what
// was found have it. So the walks of all anchors together are about as long as the document.
bool Matcher::has_below(html::Element top, html::Element anchor, const Complex& complex, const Reach& reach,
                        std::span<MatchCache::Known> known) {
  using Known = MatchCache::Known;
  if (!reach.descendant) known = {};
  const auto remember = [&](html::Element element, Known fact) {
    if (element != anchor && !known.empty()) known[element.index()] = fact;
  };
  std::size_t depth = 1;
  html::Element at = reach.depth > 0 ? first_child(top) : html::Element();
  while (at) {
    if (!spend(context_)) return false;
    bool found = this->complex(at, complex, anchor);
    if (*context_.steps_left == 0) return false;
    const Known below = known.empty() ? Known::unknown : known[at.index()];
    found = found || below == Known::yes;
    if (found) {
      for (html::Element above = at.parent(); reach.single && above && above != anchor;
           above = above.parent()) {
        remember(above, Known::yes);
      }
      return true;
    }
    const bool nothing_below = reach.single && below == Known::no;
    const html::Element child = depth < reach.depth && !nothing_below ? first_child(at) : html::Element();
    if (child) {
      at = child;
      ++depth;
      continue;
    }
    remember(at, Known::no);
    while (at != top && !at.next_sibling()) {
      at = at.parent();
      --depth;
      if (at != top) remember(at, Known::no);
    }
    at = at == top ? html::Element() : at.next_sibling();
  }
  return false;
}

bool Matcher::has_beside(html::Element anchor, const Complex& complex, const Reach& reach) {
  std::size_t number = 1;
  for (html::Element sibling = anchor.next_sibling(); sibling; sibling = sibling.next_sibling(), ++number) {
    if (!spend(context_)) return false;
    if (reach.siblings != 0 && number > reach.siblings) return false;
    if (reach.siblings != 0 && number < reach.siblings) continue;
    if (reach.depth == 0 && this->complex(sibling, complex, anchor)) return true;
    if (reach.depth != 0 && has_below(sibling, anchor, complex, reach, {})) return true;
    if (*context_.steps_left == 0) return false;
  }
  return false;
}

}  // namespace veedor::css
