#include "rules/support/vulnerabilities.h"

#include <algorithm>
#include <array>
#include <map>

#include "data/vulnerabilities_tsv.h"
#include "rules/support/end_of_life.h"
#include "rules/support/table.h"
#include "rules/support/versions.h"

namespace veedor::rules {
namespace {

using Components = std::map<std::string_view, std::vector<Vulnerability>>;

std::string_view best_id(std::string_view ids) {
  const auto all = split(ids, ',');
  const auto cve = std::ranges::find_if(all, [](std::string_view id) { return id.starts_with("CVE-"); });
  return cve == all.end() ? all.front() : *cve;
}

Components read() {
  Components components;
  for (const auto& row : read_table(data::vulnerabilities_tsv, 11)) {
    components[row[0]].push_back({.at_or_above = row[1],
                                  .above = row[2],
                                  .below = row[3],
                                  .up_to = row[4],
                                  .excludes = row[5],
                                  .ported_to_branches = row[6] == "yes",
                                  .severity = row[7],
                                  .id = best_id(row[8])});
  }
  return components;
}

// "5.8" of "5.8.3".
std::string_view branch(std::string_view version) {
  const std::size_t dot = version.find('.');
  return version.substr(0, dot == std::string_view::npos ? dot : version.find('.', dot + 1));
}

bool is_sure(const Vulnerability& vulnerability, std::string_view version) {
  return !vulnerability.ported_to_branches || branch(version) == branch(vulnerability.below);
}

int gravity(std::string_view severity) {
  constexpr std::array<std::string_view, 4> kOrder = {"critical", "high", "medium", "low"};
  return static_cast<int>(std::ranges::find(kOrder, severity) - kOrder.begin());
}

void add(std::vector<std::string_view>& ids, std::string_view id) {
  if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
}

// Climbs from one upper bound to the next until nothing applies any more.
std::string fixed_version(std::span<const Vulnerability> known, std::string_view version,
                          std::string_view newest) {
  std::string candidate(version);
  for (std::size_t step = 0; step <= known.size(); ++step) {
    std::string_view next;
    bool affected = false;
    for (const Vulnerability& vulnerability : known) {
      if (!affects(vulnerability, candidate)) continue;
      affected = true;
      // without an upper bound that is a release, only the newest release may be free of it
      const std::string_view bound = vulnerability.below.empty() ? newest : vulnerability.below;
      if (compare_versions(bound, candidate) <= 0) return {};
      if (next.empty() || compare_versions(bound, next) > 0) next = bound;
    }
    if (!affected) return candidate;
    candidate = next;
  }
  return {};
}

}  // namespace

bool affects(const Vulnerability& vulnerability, std::string_view version) {
  const auto against = [&](std::string_view bound) { return compare_versions(version, bound); };
  if (!vulnerability.at_or_above.empty() && against(vulnerability.at_or_above) < 0) return false;
  if (!vulnerability.above.empty() && against(vulnerability.above) <= 0) return false;
  if (!vulnerability.below.empty() && against(vulnerability.below) >= 0) return false;
  if (!vulnerability.up_to.empty() && against(vulnerability.up_to) > 0) return false;
  return vulnerability.excludes.empty() || vulnerability.excludes != version;
}

std::span<const Vulnerability> vulnerabilities_of(std::string_view component) {
  static const Components components = read();
  const auto found = components.find(component);
  return found == components.end() ? std::span<const Vulnerability>() : std::span(found->second);
}

Assessment assess(std::string_view component, std::string_view version, Time now) {
  const auto known = vulnerabilities_of(component);
  std::vector<const Vulnerability*> affecting;
  for (const Vulnerability& vulnerability : known) {
    if (affects(vulnerability, version)) affecting.push_back(&vulnerability);
  }
  std::ranges::stable_sort(affecting, {}, [](const Vulnerability* v) { return gravity(v->severity); });

  // the last release of a branch has what was ported to it
  const bool last_of_branch = life_of(component, version, now).latest_of_branch == version;
  Assessment result;
  for (const Vulnerability* vulnerability : affecting) {
    if (is_sure(*vulnerability, version)) {
      add(result.ids, vulnerability->id);
    } else if (!last_of_branch) {
      add(result.possible, vulnerability->id);
    }
  }
  if (!result.ids.empty() || !result.possible.empty())
    result.fixed_version = fixed_version(known, version, newest_release(component, now));
  return result;
}

std::string listed(std::span<const std::string_view> ids, std::size_t limit) {
  std::string out;
  for (std::size_t i = 0; i < ids.size() && i < limit; ++i)
    out.append(out.empty() ? "" : ", ").append(ids[i]);
  return ids.size() > limit ? out + ", …" : out;
}

}  // namespace veedor::rules
