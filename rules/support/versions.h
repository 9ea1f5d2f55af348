// Compares versions as the data on vulnerabilities and ends of life mean them.
#pragma once

#include <compare>
#include <string_view>

namespace veedor::rules {

// Parts between '.' and '-', from the left: numbers by value, words by their letters, a number above a word,
// and a missing part as 0. So 4.0.0-beta < 4.0.0 and 1.10 > 1.9. This is the order that retire.js gives to
// its own ranges.
std::strong_ordering compare_versions(std::string_view a, std::string_view b);

// "3.4" is a prefix of "3.4.1" and of "3.4", not of "3.41".
bool is_version_prefix(std::string_view prefix, std::string_view version);

}  // namespace veedor::rules
