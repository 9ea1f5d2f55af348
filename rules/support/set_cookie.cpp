// One Set-Cookie field as browsers read it (RFC 6265bis §5.6).
#include "rules/support/set_cookie.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxPair = 4096;       // §5.6 step 6: name and value together
constexpr std::size_t kMaxAttribute = 1024;  // §5.6, the value of an attribute

bool has_control(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; });
}

// Cookies know only space and tab as white space.
std::string_view trim_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

struct Pair {
  std::string_view name;
  std::string_view value;
};

Pair split_pair(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return {trim_blanks(text), {}};
  return {trim_blanks(text.substr(0, equals)), trim_blanks(text.substr(equals + 1))};
}

// §5.6.2: digits after an optional '-'; anything else is as if the attribute were not there.
std::optional<bool> is_positive(std::string_view max_age) {
  const bool negative = max_age.starts_with('-');
  const std::string_view digits = max_age.substr(negative ? 1 : 0);
  if (digits.empty() || !std::ranges::all_of(digits, is_ascii_digit)) return std::nullopt;
  return !negative && digits.find_first_not_of('0') != std::string_view::npos;
}

SameSite same_site(std::string_view value) {
  if (ascii_iequals(value, "none")) return SameSite::none;
  if (ascii_iequals(value, "lax")) return SameSite::lax;
  if (ascii_iequals(value, "strict")) return SameSite::strict;
  return SameSite::invalid;
}

void apply(const Pair& attribute, SetCookie& cookie) {
  if (attribute.value.size() > kMaxAttribute) return;
  if (ascii_iequals(attribute.name, "secure")) {
    cookie.secure = true;
  } else if (ascii_iequals(attribute.name, "httponly")) {
    cookie.http_only = true;
  } else if (ascii_iequals(attribute.name, "samesite")) {
    cookie.same_site = same_site(attribute.value);
    cookie.same_site_text = attribute.value;
  } else if (ascii_iequals(attribute.name, "domain")) {
    cookie.domain = attribute.value.substr(attribute.value.starts_with('.') ? 1 : 0);
  } else if (ascii_iequals(attribute.name, "path")) {
    cookie.path = attribute.value.starts_with('/') ? attribute.value : std::string_view{};
  } else if (ascii_iequals(attribute.name, "max-age")) {
    if (const auto positive = is_positive(attribute.value)) cookie.max_age_positive = positive;
  } else if (ascii_iequals(attribute.name, "expires")) {
    if (const auto date = parse_cookie_date(attribute.value)) cookie.expires = date;
  }
}

// The number that `text` begins with, if it has between `fewest` and `most` digits.
std::optional<int> leading_number(std::string_view text, std::size_t fewest, std::size_t most) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits < fewest || digits > most) return std::nullopt;
  int number = 0;
  for (char c : text.substr(0, digits)) number = number * 10 + (c - '0');
  return number;
}

std::optional<std::chrono::seconds> time_of_day(std::string_view token) {
  const auto parts = split(token, ':');
  if (parts.size() != 3) return std::nullopt;
  const auto hour = leading_number(parts[0], 1, 2);
  const auto minute = leading_number(parts[1], 1, 2);
  const auto second = leading_number(parts[2], 1, 2);
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

std::optional<unsigned> month_of(std::string_view token) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (ascii_iequals(token.substr(0, 3), kMonths[i])) return i + 1;
  }
  return std::nullopt;
}

// §5.1.1, "delimiter": what stands between the tokens of a date.
bool is_date_delimiter(char c) {
  return c == '\t' || (c >= 0x20 && c <= 0x2f) || (c >= 0x3b && c <= 0x40) || (c >= 0x5b && c <= 0x60) ||
         (c >= 0x7b && c <= 0x7e);
}

struct DateParts {
  std::optional<std::chrono::seconds> time;
  std::optional<int> day;
  std::optional<unsigned> month;
  std::optional<int> year;
};

// Each token is the first part that is still wanted and that it can be.
void take_token(std::string_view token, DateParts& parts) {
  if (!parts.time && (parts.time = time_of_day(token))) return;
  if (!parts.day && (parts.day = leading_number(token, 1, 2))) return;
  if (!parts.month && (parts.month = month_of(token))) return;
  if (!parts.year) parts.year = leading_number(token, 2, 4);
}

}  // namespace

std::optional<SetCookie> parse_set_cookie(std::string_view field) {
  if (has_control(field)) return std::nullopt;
  const std::size_t end = std::min(field.find(';'), field.size());
  const Pair pair = split_pair(field.substr(0, end));
  if (field.substr(0, end).find('=') == std::string_view::npos || pair.name.empty()) return std::nullopt;
  if (pair.name.size() + pair.value.size() > kMaxPair) return std::nullopt;
  SetCookie cookie{.name = pair.name, .value = pair.value};
  for (std::string_view rest = field.substr(end); !rest.empty();) {
    rest.remove_prefix(1);
    const std::size_t next = std::min(rest.find(';'), rest.size());
    apply(split_pair(rest.substr(0, next)), cookie);
    rest.remove_prefix(next);
  }
  return cookie;
}

std::optional<Time> parse_cookie_date(std::string_view text) {
  DateParts parts;
  for (std::size_t i = 0; i < text.size();) {
    if (is_date_delimiter(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !is_date_delimiter(text[i])) ++i;
    take_token(text.substr(begin, i - begin), parts);
  }
  if (!parts.time || !parts.day || !parts.month || !parts.year) return std::nullopt;
  int year = *parts.year;
  if (year >= 70 && year <= 99) year += 1900;
  if (year >= 0 && year <= 69) year += 2000;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{*parts.month},
                                         std::chrono::day{static_cast<unsigned>(*parts.day)}};
  if (year < 1601 || !date.ok()) return std::nullopt;
  return Time{std::chrono::sys_days{date}} + *parts.time;
}

bool is_deletion(const SetCookie& cookie, Time now) {
  if (cookie.max_age_positive) return !*cookie.max_age_positive;  // §5.7 step 3: Max-Age beats Expires
  return cookie.expires && *cookie.expires <= now;
}

std::string_view cookie_prefix(std::string_view name) {
  for (std::string_view prefix : {std::string_view("__Secure-"), std::string_view("__Host-")}) {
    if (ascii_iequals(name.substr(0, prefix.size()), prefix)) return prefix;
  }
  return {};
}

bool keeps_prefix_promise(const SetCookie& cookie) {
  const std::string_view prefix = cookie_prefix(cookie.name);
  if (prefix.empty()) return true;
  if (!cookie.secure) return false;
  return prefix == "__Secure-" || (cookie.domain.empty() && cookie.path == "/");
}

}  // namespace veedor::rules
