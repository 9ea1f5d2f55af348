// Profiles: which success criteria a law or standard asks for, and what that makes of a rule. Every rule runs
// on every scan; the profile says which of what they found counts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "rules/rule.h"

namespace veedor::rules {

enum class Profile : std::uint8_t {
  wcag22_aa,
  wcag22_a,
  wcag22_aaa,
  wcag21_aa,
  ec_rte288,  // RTE INEN 288: WCAG 2.0 A and AA
  en301549,   // EN 301 549 V3.2.1, clause 9: WCAG 2.1 A and AA
  us_508,     // Revised Section 508: WCAG 2.0 A and AA
};
inline constexpr Profile kDefaultProfile = Profile::wcag22_aa;

std::span<const Profile> all_profiles();
std::string_view name(Profile profile);  // "wcag22-aa"; part of scan.json and of the command line
std::optional<Profile> find_profile(std::string_view name);

// Does the profile ask for this criterion? 4.1.1 is in none: W3C's errata hold it to be met by every HTML
// page.
bool includes(Profile profile, const WcagCriterion& criterion);

// What a rule is under a profile. Rules about other things than accessibility are always required.
enum class Standing : std::uint8_t {
  required,        // a failure breaks a criterion that the profile asks for
  beyond_profile,  // it breaks one that the profile does not ask for
  best_practice,   // it breaks none
};
std::string_view name(Standing standing);  // "required"; part of scan.json
Standing standing(Profile profile, const Rule& rule);

}  // namespace veedor::rules
