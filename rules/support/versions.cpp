#include "rules/support/versions.h"

#include <algorithm>

namespace veedor::rules {
namespace {

// Takes the next part off the front of `rest`; "0" when nothing is left.
std::string_view next_part(std::string_view& rest) {
  if (rest.empty()) return "0";
  const std::size_t end = std::min(rest.find_first_of(".-"), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

bool is_number(std::string_view part) {
  return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
}

// Of any length, without overflow.
std::strong_ordering compare_numbers(std::string_view a, std::string_view b) {
  a.remove_prefix(std::min(a.find_first_not_of('0'), a.size()));
  b.remove_prefix(std::min(b.find_first_not_of('0'), b.size()));
  if (a.size() != b.size()) return a.size() <=> b.size();
  return a.compare(b) <=> 0;
}

std::strong_ordering compare_parts(std::string_view a, std::string_view b) {
  const bool a_number = is_number(a);
  const bool b_number = is_number(b);
  if (a_number != b_number) return a_number ? std::strong_ordering::greater : std::strong_ordering::less;
  return a_number ? compare_numbers(a, b) : a.compare(b) <=> 0;
}

}  // namespace

std::strong_ordering compare_versions(std::string_view a, std::string_view b) {
  while (!a.empty() || !b.empty()) {
    const std::string_view a_part = next_part(a);
    const std::string_view b_part = next_part(b);
    const auto order = compare_parts(a_part, b_part);
    if (order != std::strong_ordering::equal) return order;
  }
  return std::strong_ordering::equal;
}

bool is_version_prefix(std::string_view prefix, std::string_view version) {
  if (prefix.empty() || !version.starts_with(prefix)) return false;
  return version.size() == prefix.size() || version[prefix.size()] == '.' || version[prefix.size()] == '-';
}

}  // namespace veedor::rules
