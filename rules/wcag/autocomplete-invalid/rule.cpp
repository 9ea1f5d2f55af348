// A field whose autocomplete value means nothing to browsers, so that they cannot fill it in for those who
// need it.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// HTML Standard §4.10.18.7.1, autofill detail tokens.
constexpr auto kFields = std::to_array<std::string_view>({
    "additional-name",
    "address-level1",
    "address-level2",
    "address-level3",
    "address-level4",
    "address-line1",
    "address-line2",
    "address-line3",
    "bday",
    "bday-day",
    "bday-month",
    "bday-year",
    "cc-additional-name",
    "cc-csc",
    "cc-exp",
    "cc-exp-month",
    "cc-exp-year",
    "cc-family-name",
    "cc-given-name",
    "cc-name",
    "cc-number",
    "cc-type",
    "country",
    "country-name",
    "current-password",
    "family-name",
    "given-name",
    "honorific-prefix",
    "honorific-suffix",
    "language",
    "name",
    "new-password",
    "nickname",
    "one-time-code",
    "organization",
    "organization-title",
    "photo",
    "postal-code",
    "sex",
    "street-address",
    "transaction-amount",
    "transaction-currency",
    "url",
    "username",
});
// Those that "home", "work" and their like may stand before.
constexpr auto kContactFields = std::to_array<std::string_view>({
    "email",
    "impp",
    "tel",
    "tel-area-code",
    "tel-country-code",
    "tel-extension",
    "tel-local",
    "tel-local-prefix",
    "tel-local-suffix",
    "tel-national",
});
constexpr auto kContactKinds = std::to_array<std::string_view>({"fax", "home", "mobile", "pager", "work"});
// Made up to keep browsers from filling in; what browsers do with them is what was meant.
constexpr auto kMeantOff =
    std::to_array<std::string_view>({"disabled", "false", "no", "nofill", "none", "nope", "null"});
static_assert(std::ranges::is_sorted(kFields) && std::ranges::is_sorted(kContactFields) &&
              std::ranges::is_sorted(kContactKinds) && std::ranges::is_sorted(kMeantOff));

constexpr std::size_t kMaxTokens = 6;  // one more than any valid value has

bool is_valid(const std::vector<std::string>& tokens) {
  std::span<const std::string> rest(tokens);
  const auto take_if = [&rest](auto&& matches) {
    const bool taken = !rest.empty() && matches(rest.front());
    if (taken) rest = rest.subspan(1);
    return taken;
  };
  take_if([](const std::string& token) { return token.starts_with("section-"); });
  take_if([](const std::string& token) { return token == "shipping" || token == "billing"; });
  const bool contact =
      take_if([](const std::string& token) { return std::ranges::binary_search(kContactKinds, token); });
  const bool field = take_if([&](const std::string& token) {
    return std::ranges::binary_search(kContactFields, token) ||
           (!contact && std::ranges::binary_search(kFields, token));
  });
  take_if([](const std::string& token) { return token == "webauthn"; });
  return field && rest.empty();
}

// ACT 73f2c2: fields that take an answer and are not switched off.
bool applies(html::Element field, const a11y::Tree& tree) {
  if (!tree.is_focusable(field)) return false;  // disabled, hidden, inert
  if (ascii_iequals(trim(field.attribute_or("aria-disabled", "")), "true")) return false;
  static constexpr auto kFixed =
      std::to_array<std::string_view>({"button", "checkbox", "file", "image", "radio", "reset", "submit"});
  if (field.is("input") && std::ranges::binary_search(kFixed, a11y::input_type(field))) return false;
  return !has_negative_tabindex(field) || explicit_role(field).empty();
}

Verdict judge(html::Element field, std::string_view value) {
  std::vector<std::string> tokens;
  for (std::string_view token : split_whitespace(value)) {
    if (tokens.size() == kMaxTokens) break;
    tokens.push_back(ascii_lower(token));
  }
  if (is_valid(tokens)) return {Outcome::passed};
  const bool meant_off = tokens.size() == 1 && std::ranges::binary_search(kMeantOff, tokens.front());
  return {.outcome = meant_off ? Outcome::cant_tell : Outcome::failed,
          .message = meant_off ? "meant-off" : "unknown",
          .element = field,
          .values = {{"value", shown(value, 60)}, {"field", shown(field.attribute_or("name", "?"), 60)}}};
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (html::Element field : page.document().with_attribute("autocomplete")) {
    if (!field.is("input") && !field.is("select") && !field.is("textarea")) continue;
    const std::string_view value = trim(field.attribute_or("autocomplete", ""));
    if (value.empty() || ascii_iequals(value, "on") || ascii_iequals(value, "off")) continue;
    if (applies(field, page.tree())) verdicts.push_back(judge(field, value));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule autocomplete_invalid = define({
    .id = "wcag/autocomplete-invalid",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.5"}, .act = {"73f2c2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
