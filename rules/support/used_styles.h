// The few styles that the many elements of a page share: what asks only for the style of an element asks each
// style once, and looks at no element where none is meant.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "scanner/css/cascade/styles.h"
#include "scanner/facts/page.h"
#include "scanner/html/document.h"

namespace veedor::rules {

// Of Document::elements(), in the default environment where made for a page. For Page::shared().
class UsedStyles {
 public:
  explicit UsedStyles(const facts::Page& page) : UsedStyles(page.styles()) {}
  explicit UsedStyles(const css::Styles& styles);

  std::span<const css::Style* const> all() const { return styles_; }
  // The place in all() of an element's style.
  std::uint32_t number(html::Element element) const { return numbers_[element.index()]; }
  // The elements for which ::before or ::after may have content (css::Reactions), in document order.
  std::span<const html::Element> generating() const { return generating_; }

  // By the places in all(): whether `asks` says so of the style. Empty where it says so of none.
  template <class Asks>
  std::vector<char> asked(const Asks& asks) const {
    std::vector<char> answers;
    for (std::size_t i = 0; i < styles_.size(); ++i) {
      if (!asks(*styles_[i])) continue;
      answers.resize(styles_.size());
      answers[i] = 1;
    }
    return answers;
  }
  // The elements of whose style `asks` says so, in document order.
  template <class Asks>
  std::vector<html::Element> elements_with(const Asks& asks) const {
    return elements_of(asked(asks));
  }

 private:
  std::vector<html::Element> elements_of(const std::vector<char>& asked) const;

  std::span<const html::Element> elements_;
  std::vector<const css::Style*> styles_;
  std::vector<std::uint32_t> numbers_;  // by Element::index()
  std::vector<html::Element> generating_;
};

}  // namespace veedor::rules
