#include "rules/support/end_of_life.h"

#include <map>
#include <vector>

#include "data/end_of_life_tsv.h"
#include "rules/support/table.h"
#include "rules/support/versions.h"

namespace veedor::rules {
namespace {

struct Branch {
  std::string_view name;
  std::string_view ends;  // a date, "yes" (ended, no date known) or "no"
  std::string_view latest;

  bool ended(std::string_view today) const { return ends == "yes" || (has_date() && ends < today); }
  bool has_date() const { return !ends.empty() && ends != "yes" && ends != "no"; }
};

using Products = std::map<std::string_view, std::vector<Branch>>;

Products read() {
  Products products;
  for (const auto& row : read_table(data::end_of_life_tsv, 6))
    products[row[0]].push_back({row[1], row[3], row[4]});
  return products;
}

const std::vector<Branch>& branches_of(std::string_view component) {
  static const Products products = read();
  static const std::vector<Branch> none;
  const auto found = products.find(component);
  return found == products.end() ? none : found->second;
}

LifeOfVersion described(const Branch& branch, std::string_view today) {
  return {.life = branch.ended(today) ? Life::ended : Life::supported,
          .branch = branch.name,
          .ended_on = branch.ended(today) && branch.has_date() ? branch.ends : std::string_view(),
          .latest_of_branch = branch.latest};
}

const Branch* longest_prefix(const std::vector<Branch>& branches, std::string_view version) {
  const Branch* best = nullptr;
  for (const Branch& branch : branches) {
    if (!is_version_prefix(branch.name, version)) continue;
    if (best == nullptr || branch.name.size() > best->name.size()) best = &branch;
  }
  return best;
}

// Of the branches that begin with `version`, one that is still supported, or else the newest.
const Branch* last_within(const std::vector<Branch>& branches, std::string_view version,
                          std::string_view today) {
  const Branch* best = nullptr;
  for (const Branch& branch : branches) {
    if (!is_version_prefix(version, branch.name)) continue;
    const bool newer = best == nullptr || compare_versions(branch.name, best->name) > 0;
    const bool better =
        best == nullptr || branch.ended(today) == best->ended(today) ? newer : best->ended(today);
    if (better) best = &branch;
  }
  return best;
}

const Branch* oldest(const std::vector<Branch>& branches) {
  const Branch* found = nullptr;
  for (const Branch& branch : branches) {
    if (found == nullptr || compare_versions(branch.name, found->name) < 0) found = &branch;
  }
  return found;
}

}  // namespace

LifeOfVersion life_of(std::string_view component, std::string_view version, Time now) {
  if (version.empty()) return {};
  const std::string today = iso_date(now);
  const std::vector<Branch>& branches = branches_of(component);
  if (const Branch* branch = longest_prefix(branches, version)) return described(*branch, today);
  if (const Branch* branch = last_within(branches, version, today)) return described(*branch, today);
  const Branch* first = oldest(branches);
  if (first == nullptr || !first->ended(today) || compare_versions(version, first->name) > 0) return {};
  return {.life = Life::ended};
}

std::string_view newest_release(std::string_view component, Time now) {
  const std::string today = iso_date(now);
  std::string_view newest;
  for (const Branch& branch : branches_of(component)) {
    if (branch.ended(today) || branch.latest.empty()) continue;
    if (newest.empty() || compare_versions(branch.latest, newest) > 0) newest = branch.latest;
  }
  return newest;
}

}  // namespace veedor::rules
