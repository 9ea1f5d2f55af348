// An ARIA attribute with a value that its kind does not have, so that browsers take another one or none.
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

using a11y::AriaAttribute;
using a11y::AriaType;

std::string_view without_sign(std::string_view number) {
  if (!number.empty() && (number[0] == '-' || number[0] == '+')) number.remove_prefix(1);
  return number;
}

bool is_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_ascii_digit); }

bool is_integer(std::string_view value) { return is_digits(without_sign(value)); }

// HTML Standard §2.3.4.3: digits, a fraction, an exponent.
bool is_number(std::string_view value) {
  value = without_sign(value);
  const std::size_t exponent = value.find_first_of("eE");
  if (exponent != std::string_view::npos && !is_integer(value.substr(exponent + 1))) return false;
  value = value.substr(0, exponent);
  const std::size_t point = value.find('.');
  if (point == std::string_view::npos) return is_digits(value);
  const std::string_view whole = value.substr(0, point);
  const std::string_view fraction = value.substr(point + 1);
  return (whole.empty() || is_digits(whole)) && (fraction.empty() || is_digits(fraction)) &&
         whole.size() + fraction.size() > 0;
}

// Some browsers tell upper from lower case here and some do not: that is no fault of this rule.
bool is_listed(const AriaAttribute& attribute, std::string_view token) {
  return std::ranges::any_of(attribute.tokens,
                             [&](std::string_view known) { return ascii_iequals(known, token); });
}

// The message's key; "" for a valid value (ARIA 1.2 §6.3).
std::string_view fault(const AriaAttribute& attribute, std::string_view value) {
  switch (attribute.type) {
    case AriaType::integer:
      return is_integer(value) ? "" : "integer";
    case AriaType::number:
      return is_number(value) ? "" : "number";
    case AriaType::id:
      return split_whitespace(value).size() == 1 ? "" : "id";
    case AriaType::ids:
    case AriaType::string:
      return "";
    case AriaType::tokens: {
      const auto tokens = split_whitespace(value);
      const bool known =
          std::ranges::all_of(tokens, [&](std::string_view token) { return is_listed(attribute, token); });
      return known ? "" : "token";
    }
    default:
      return is_listed(attribute, value) ? "" : "token";
  }
}

Verdict failure(html::Element element, const AriaAttribute& attribute, std::string_view value,
                std::string_view key) {
  const std::string shown_value = shown(value, 40);
  return {.outcome = Outcome::failed,
          .message = key,
          .element = element,
          .values = {{"attribute", std::string(attribute.name)},
                     {"value", shown_value},
                     {"allowed", joined(attribute.tokens)}},
          .cause = std::string(attribute.name).append("=").append(shown_value)};
}

Verdicts check(const facts::Page& page) {
  constexpr std::size_t kMaxValue = 1024;  // bytes: no valid value is as long
  Verdicts verdicts;
  bool passed = false;
  for (const AriaAttribute& attribute : a11y::aria_attributes()) {
    for (html::Element element : page.document().with_attribute(attribute.name)) {
      const std::string_view value = trim(element.attribute_or(attribute.name, "")).substr(0, kMaxValue);
      if (value.empty() || is_unfilled(value)) continue;
      const std::string_view key = fault(attribute, value);
      if (key.empty()) {
        passed = true;
      } else if (is_html_or_svg(element)) {
        verdicts.push_back(failure(element, attribute, value, key));
      }
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_value_invalid = define({
    .id = "wcag/aria-value-invalid",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.act = {"6a7281"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
