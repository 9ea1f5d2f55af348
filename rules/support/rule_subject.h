// The elements that a rule of a style sheet can be about, found by the first name in the last compound of its
// selector: few to ask, where asking all would cost a cascade.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "scanner/css/sheet.h"
#include "scanner/html/document.h"

namespace veedor::rules {

struct RuleSubject {
  css::SimpleKind kind = css::SimpleKind::universal;  // id, class_ or tag; universal: none is named
  std::string_view name;
  css::PseudoElement pseudo = css::PseudoElement::none;
};

RuleSubject subject_of(const css::Sheet& sheet, const css::StyleRule& rule);

// Those with that id, class or tag, in document order; none for universal. Takes `left` down by the elements
// that it looks at.
std::vector<html::Element> elements_of(const RuleSubject& subject, const html::Document& document,
                                       std::size_t& left);

}  // namespace veedor::rules
