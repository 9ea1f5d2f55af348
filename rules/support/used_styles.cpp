#include "rules/support/used_styles.h"

#include <array>
#include <bit>
#include <unordered_map>

namespace veedor::rules {

UsedStyles::UsedStyles(const css::Styles& styles) : elements_(styles.document().elements()) {
  numbers_.reserve(elements_.size());
  std::unordered_map<const css::Style*, std::uint32_t> known;
  std::array<std::uint32_t, 256> recent{};  // by a part of the style's address: its number
  for (html::Element element : elements_) {
    const css::Style* const style = &styles.of(element);
    if (styles.reactions(element).generates) generating_.push_back(element);
    std::uint32_t& number =
        recent[(std::bit_cast<std::uintptr_t>(style) / sizeof(css::Style)) % recent.size()];
    if (styles_.empty() || styles_[number] != style) {
      const auto [found, is_new] = known.try_emplace(style, static_cast<std::uint32_t>(styles_.size()));
      if (is_new) styles_.push_back(style);
      number = found->second;
    }
    numbers_.push_back(number);
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
