// The matcher behind matches(). Shared by the files of this folder only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "scanner/css/selector/match.h"

namespace veedor::css {

// Takes steps; false once there are none left.
inline bool spend(MatchContext& context, std::uint64_t steps = 1) {
  if (*context.steps_left <= steps) {
    *context.steps_left = 0;
    return false;
  }
  *context.steps_left -= steps;
  return true;
}

class Matcher {
 public:
  Matcher(const SelectorTable& table, MatchContext& context) : table_(table), context_(context) {}

  // match.cpp
  bool list(html::Element element, std::uint32_t list);
  bool selector(html::Element element, const Complex& complex);

 private:
  // An argument of :has() that matches `element` begins at `anchor`; null for any other selector.
  bool complex(html::Element element, const Complex& complex, html::Element anchor);
  bool compound(html::Element element, std::span<const Simple> simples);
  bool host_compound(std::span<const Simple> simples);
  bool simple(html::Element element, const Simple& simple, std::span<const Simple> compound);
  bool tag(html::Element element, const Simple& simple) const;
  bool logical(html::Element element, const Simple& simple);
  bool pseudo_class(html::Element element, const Simple& simple, std::span<const Simple> compound);
  bool host(html::Element element, const Simple& simple);
  bool is_scope(html::Element element) const;
  html::Element parent(html::Element element) const;
  html::Element previous_sibling(html::Element element) const;
  // Whether what is found out now may be kept for other calls.
  bool may_remember(const States& states) const;

  // match_structure.cpp
  bool structure(html::Element element, const Simple& simple);
  bool nth_child_of(html::Element element, const Simple& simple);
  MatchCache::Place rank(html::Element element, std::uint32_t list);

  // match_has.cpp
  struct Reach;
  bool has(html::Element anchor, std::uint32_t list);
  bool has_one(html::Element anchor, std::uint32_t index);
  bool has_below(html::Element top, html::Element anchor, const Complex& complex, const Reach& reach,
                 std::span<MatchCache::Known> known);
  bool has_beside(html::Element anchor, const Complex& complex, const Reach& reach);
  Reach reach(const Complex& complex) const;

  const SelectorTable& table_;
  MatchContext& context_;
};

// match_attribute.cpp
bool matches_attribute(html::Element element, const Simple& simple, MatchContext& context);
bool matches_id(html::Element element, const Simple& simple, MatchContext& context);
bool matches_class(html::Element element, const Simple& simple, MatchContext& context);

// match_state.cpp: links, forms, details, and what is hovered or focused
bool matches_state(html::Element element, PseudoClass pseudo, MatchContext& context);
bool is_link(html::Element element);

// match_language.cpp
bool matches_language(html::Element element, std::string_view ranges, MatchContext& context);
bool matches_direction(html::Element element, std::string_view direction, MatchContext& context);

}  // namespace veedor::css
