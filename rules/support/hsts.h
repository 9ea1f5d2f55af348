// Strict-Transport-Security as RFC 6797 §6.1 defines it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace veedor::rules {

struct Hsts {
  std::uint64_t max_age = 0;  // seconds; a number too large is the largest
  bool include_subdomains = false;
  bool preload = false;  // hstspreload.org; not in the RFC
};

// Nothing where a browser ignores the field: max-age is missing or no number, or a directive appears twice.
// Only the first field of an answer counts (§8.1).
std::optional<Hsts> parse_hsts(std::string_view field);

}  // namespace veedor::rules
