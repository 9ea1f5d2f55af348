// Why the styles of a page are less than what a browser would compute.
#pragma once

#include <cstdint>

namespace veedor::css {

enum class Gap : std::uint8_t {
  sheet_missing,      // a linked or imported sheet could not be read
  sheet_truncated,    // a sheet was longer, or imported deeper, than what is read
  container_queries,  // a sheet asks for the size of a container, which only a layout tells: taken as false
  budget,  // too many sheets, or matching ran out of steps or memory: what came later has no author styles
};

// A set of gaps.
class Gaps {
 public:
  void add(Gaps other) { bits_ = static_cast<std::uint8_t>(bits_ | other.bits_); }
  void add(Gap gap) { bits_ = static_cast<std::uint8_t>(bits_ | bit(gap)); }
  bool has(Gap gap) const { return (bits_ & bit(gap)) != 0; }
  bool empty() const { return bits_ == 0; }

 private:
  static constexpr std::uint8_t bit(Gap gap) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(gap));
  }
  std::uint8_t bits_ = 0;
};

}  // namespace veedor::css
