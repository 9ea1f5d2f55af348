// The path patterns of robots.txt: their one spelling, and whether one matches (RFC 9309 §2.2.2 and §2.2.3).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace veedor::crawl {

// What to do with percent-encoded unreserved characters ("%7E" is "~").
enum class Unreserved : std::uint8_t { decode, keep };

// A rule's path: octets outside ASCII percent-encoded, hexadecimal digits in upper case, "$" that is not the
// end encoded.
std::string robots_pattern(std::string_view written, Unreserved unreserved);

// A URL's path and query, in the spelling that patterns are compared with: "*" and "$" are characters here,
// so encoded.
std::string robots_target(std::string_view path_and_query, Unreserved unreserved);

// Linear in the length of the target for each piece between two "*"; nothing is ever tried twice.
bool robots_match(std::string_view pattern, std::string_view target);

}  // namespace veedor::crawl
