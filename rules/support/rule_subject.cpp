#include "rules/support/rule_subject.h"

#include <algorithm>

namespace veedor::rules {

RuleSubject subject_of(const css::Sheet& sheet, const css::StyleRule& rule) {
  const css::Complex& complex = sheet.selectors.complexes[rule.complex];
  RuleSubject subject{.pseudo = complex.pseudo_element};
  for (const css::Simple& simple :
       sheet.selectors.simples_of(sheet.selectors.compounds_of(complex).front())) {
    const bool narrow = simple.kind == css::SimpleKind::id || simple.kind == css::SimpleKind::class_;
    const bool broad = simple.kind == css::SimpleKind::tag && subject.name.empty();
    if (!narrow && !broad) continue;
    subject.kind = simple.kind;
    subject.name = narrow ? simple.name : simple.folded;
  }
  return subject;
}

std::vector<html::Element> elements_of(const RuleSubject& subject, const html::Document& document,
                                       std::size_t& left) {
  std::vector<html::Element> found;
  if (subject.kind == css::SimpleKind::id) {
    if (const html::Element element = document.by_id(subject.name)) found.push_back(element);
    return found;
  }
  const bool by_class = subject.kind == css::SimpleKind::class_;
  if (!by_class && subject.kind != css::SimpleKind::tag) return found;
  const auto candidates = by_class ? document.with_attribute("class") : document.all(subject.name);
  for (html::Element element : candidates.first(std::min(left, candidates.size()))) {
    if (!by_class || element.has_class(subject.name)) found.push_back(element);
  }
  left -= std::min(left, candidates.size());
  return found;
}

}  // namespace veedor::rules
