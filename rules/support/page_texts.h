// The texts in sight side by side in memory, with their words and the number of their style, for the rules
// that read each of them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/facts/page.h"

namespace veedor::rules {

struct PageText {
  std::string_view words;
  html::Element element;  // that it stands in
  html::Node node;
  std::uint32_t style = 0;  // of the element: UsedStyles::number()
};

// a11y::Tree::texts_in_sight(), in that order. For Page::shared().
class PageTexts {
 public:
  explicit PageTexts(const facts::Page& page);
  std::span<const PageText> all() const { return texts_; }

 private:
  std::vector<PageText> texts_;
};

}  // namespace veedor::rules
