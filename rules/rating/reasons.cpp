#include "rules/rating/reasons.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace veedor::rules::rating {
namespace {

constexpr auto kLetters =
    std::to_array<std::string_view>({"A+", "A", "A-", "B", "C", "D", "E", "F", "M", "T"});

}  // namespace

int rank(std::string_view letter) {
  const auto* const found = std::ranges::find(kLetters, letter);
  assert(found != kLetters.end());
  return static_cast<int>(found - kLetters.begin());
}

void Reasons::add(std::string_view code, std::string_view cap, std::string_view detail) {
  const bool known = std::ranges::any_of(list_, [code, detail](const facts::GradeReason& reason) {
    return reason.code == code && reason.detail == detail;
  });
  if (!known) list_.push_back({std::string(code), std::string(cap), std::string(detail)});
}

std::string_view Reasons::cap(Count count) const {
  std::string_view worst = "A+";
  for (const facts::GradeReason& reason : list_) {
    if (count == Count::without_trust && (reason.cap == "T" || reason.cap == "M")) continue;
    if (rank(reason.cap) > rank(worst)) worst = reason.cap;
  }
  return worst;
}

std::vector<facts::GradeReason> Reasons::by_weight() const {
  std::vector<facts::GradeReason> sorted = list_;
  std::ranges::stable_sort(sorted, [](const facts::GradeReason& a, const facts::GradeReason& b) {
    return rank(a.cap) > rank(b.cap);
  });
  return sorted;
}

}  // namespace veedor::rules::rating
