// Text that needs no contrast (WCAG 2.2 SC 1.4.3 "incidental" and "logotypes"): of inactive controls and
// their labels, of logos, for decoration, and signs that are no words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "scanner/facts/page.h"

namespace veedor::rules {

// Something in a human language: two letters or a digit, private signs of icon fonts apart.
bool has_words(std::string_view text);

class ContrastExemptions {
 public:
  explicit ContrastExemptions(const facts::Page& page);
  bool exempt(html::Element element);
  // A script gives it, or what is around it, a background later, by an attribute such as data-bg.
  bool may_get_background(html::Element element) const;

 private:
  bool is_called_exempt(html::Element element);
  bool is_inactive(html::Element element);
  bool is_inactive_itself(html::Element element);
  bool labels_inactive(html::Element label) const;
  void find_labels_of_inactive();

  const facts::Page& page_;
  enum class State : std::uint8_t { unknown, active, inactive };
  std::vector<State> states_;  // by Element::index()
  enum class Names : std::uint8_t { unknown, plain, exempt };
  std::vector<Names> names_;  // likewise
  const bool any_late_background_;
  std::optional<std::unordered_set<const void*>> names_of_inactive_;
};

}  // namespace veedor::rules
