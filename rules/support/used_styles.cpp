#include "rules/support/used_styles.h"

#include <unordered_map>

namespace veedor::rules {

UsedStyles::UsedStyles(const css::Styles& styles) : elements_(styles.document().elements()) {
  numbers_.reserve(elements_.size());
  std::unordered_map<const css::Style*, std::uint32_t> known;
  for (html::Element element : elements_) {
    const css::Style* const style = &styles.of(element);
    if (styles.reactions(element).generates) generating_.push_back(element);
    if (!numbers_.empty() && styles_[numbers_.back()] == style) {
      numbers_.push_back(numbers_.back());
      continue;
    }
    const auto [found, is_new] = known.try_emplace(style, static_cast<std::uint32_t>(styles_.size()));
    if (is_new) styles_.push_back(style);
    numbers_.push_back(found->second);
  }
}

std::vector<html::Element> UsedStyles::elements_of(const std::vector<char>& asked) const {
  std::vector<html::Element> found;
  if (asked.empty()) return found;
  for (std::size_t i = 0; i < numbers_.size(); ++i) {
    if (asked[numbers_[i]] != 0) found.push_back(elements_[i]);
  }
  return found;
}

}  // namespace veedor::rules
