// A stable 64-bit hash (FNV-1a): the same on every machine and in every release, since fingerprints are
// published.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace veedor {

constexpr std::uint64_t kFnvOffset = 14695981039346656037ULL;

constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t seed = kFnvOffset) {
  for (char c : bytes) seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return seed;
}

// `digits` lower-case hexadecimal digits, at most 16.
std::string hex(std::uint64_t value, int digits = 16);

}  // namespace veedor
