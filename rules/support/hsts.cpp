// Strict-Transport-Security as RFC 6797 §6.1 defines it.
#include "rules/support/hsts.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

// Takes the text before the next ';' that is not inside a quoted string.
std::string_view take_directive(std::string_view& rest) {
  bool quoted = false;
  std::size_t end = 0;
  for (; end < rest.size() && (quoted || rest[end] != ';'); ++end) {
    if (rest[end] == '"') quoted = !quoted;
    if (quoted && rest[end] == '\\') ++end;
  }
  end = std::min(end, rest.size());
  const std::string_view directive = trim(rest.substr(0, end));
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return directive;
}

std::string_view unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.starts_with('"') && value.ends_with('"');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

std::optional<std::uint64_t> seconds(std::string_view digits) {
  if (digits.empty()) return std::nullopt;
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t number = 0;
  for (char c : digits) {
    if (!is_ascii_digit(c)) return std::nullopt;
    const auto digit = static_cast<std::uint64_t>(c - '0');
    number = number > (kMost - digit) / 10 ? kMost : number * 10 + digit;
  }
  return number;
}

}  // namespace

std::optional<Hsts> parse_hsts(std::string_view field) {
  Hsts hsts;
  std::optional<std::uint64_t> max_age;
  while (!field.empty()) {
    const std::string_view directive = take_directive(field);
    const std::size_t equals = std::min(directive.find('='), directive.size());
    const std::string_view name = trim(directive.substr(0, equals));
    if (ascii_iequals(name, "max-age")) {
      if (max_age) return std::nullopt;
      max_age = seconds(unquoted(trim(directive.substr(std::min(equals + 1, directive.size())))));
      if (!max_age) return std::nullopt;
    } else if (ascii_iequals(name, "includesubdomains")) {
      if (hsts.include_subdomains) return std::nullopt;
      hsts.include_subdomains = true;
    } else if (ascii_iequals(name, "preload")) {
      hsts.preload = true;
    }
  }
  if (!max_age) return std::nullopt;
  hsts.max_age = *max_age;
  return hsts;
}

}  // namespace veedor::rules
