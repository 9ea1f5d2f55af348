#include "rules/profile.h"

#include <algorithm>
#include <array>

namespace veedor::rules {
namespace {

struct Asked {
  Profile profile;
  std::string_view name;
  WcagVersion version;
  Level level;
};

constexpr auto kAsked = std::to_array<Asked>({
    {Profile::wcag22_aa, "wcag22-aa", WcagVersion::v2_2, Level::aa},
    {Profile::wcag22_a, "wcag22-a", WcagVersion::v2_2, Level::a},
    {Profile::wcag22_aaa, "wcag22-aaa", WcagVersion::v2_2, Level::aaa},
    {Profile::wcag21_aa, "wcag21-aa", WcagVersion::v2_1, Level::aa},
    {Profile::ec_rte288, "ec-rte288", WcagVersion::v2_0, Level::aa},
    {Profile::en301549, "en301549", WcagVersion::v2_1, Level::aa},
    {Profile::us_508, "us-508", WcagVersion::v2_0, Level::aa},
});

constexpr auto kProfiles = [] {
  std::array<Profile, kAsked.size()> profiles{};
  for (std::size_t i = 0; i < kAsked.size(); ++i) {
    profiles[i] = kAsked[i].profile;
    if (static_cast<std::size_t>(profiles[i]) != i) throw "the table follows the enumeration";
  }
  return profiles;
}();

const Asked& asked(Profile profile) { return kAsked[static_cast<std::size_t>(profile)]; }

}  // namespace

std::span<const Profile> all_profiles() { return kProfiles; }

std::string_view name(Profile profile) { return asked(profile).name; }

std::optional<Profile> find_profile(std::string_view name) {
  const auto found = std::ranges::find(kAsked, name, &Asked::name);
  if (found == kAsked.end()) return std::nullopt;
  return found->profile;
}

bool includes(Profile profile, const WcagCriterion& criterion) {
  return criterion.since <= asked(profile).version && criterion.level <= asked(profile).level;
}

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::beyond_profile:
      return "beyond_profile";
    case Standing::best_practice:
      return "best_practice";
    case Standing::required:
      break;
  }
  return "required";
}

Standing standing(Profile profile, const Rule& rule) {
  if (rule.area != Area::accessibility) return Standing::required;
  if (rule.practice == Practice::best_practice || rule.references.wcag.empty())
    return Standing::best_practice;
  for (std::string_view number : rule.references.wcag) {
    if (includes(profile, *wcag_criterion(number))) return Standing::required;
  }
  return Standing::beyond_profile;
}

}  // namespace veedor::rules
