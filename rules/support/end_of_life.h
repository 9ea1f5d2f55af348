// When the branches of a product stop getting corrections: data/end_of_life.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scanner/base/time.h"

namespace veedor::rules {

enum class Life : std::uint8_t { unknown, supported, ended };

struct LifeOfVersion {
  Life life = Life::unknown;
  std::string_view branch;  // "7.4"; where the version names less than a branch, the last one that it may be
  std::string_view ended_on;          // "2022-11-28"; "" where only known to have ended
  std::string_view latest_of_branch;  // "7.4.33"; "" where unknown
};

// The branch with the longest name that the version begins with. A version that names less than a branch
// ("10" of 10.6) has ended when all that it may be have; one older than every known branch has ended when the
// oldest has.
LifeOfVersion life_of(std::string_view component, std::string_view version, Time now);

// The latest release of the newest branch that is supported; "" where unknown. Valid for ever.
std::string_view newest_release(std::string_view component, Time now);

}  // namespace veedor::rules
