// A Bloom filter of the tags, ids and classes of an element's ancestors: says in a few loads that a
// selector's ancestor is not there.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace veedor::css {

class AncestorFilter {
 public:
  void add(std::uint32_t hash) {
    set(hash);
    set(hash >> 16);
  }
  // False: none of the ancestors has it. True: one may.
  bool may_have(std::uint32_t hash) const { return get(hash) && get(hash >> 16); }
  bool may_have_all(std::span<const std::uint32_t> hashes) const {
    for (std::uint32_t hash : hashes) {
      if (hash != 0 && !may_have(hash)) return false;
    }
    return true;
  }

 private:
  static constexpr std::uint32_t kBits = 256;
  void set(std::uint32_t hash) { words_[(hash % kBits) / 64] |= std::uint64_t{1} << (hash % 64); }
  bool get(std::uint32_t hash) const { return (words_[(hash % kBits) / 64] >> (hash % 64) & 1U) != 0; }

  std::array<std::uint64_t, kBits / 64> words_{};
};

}  // namespace veedor::css
