#include "rules/support/components.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "data/component_names_tsv.h"
#include "rules/support/end_of_life.h"
#include "rules/support/table.h"

namespace veedor::rules {
namespace {

using facts::Certainty;
using facts::Component;

std::map<std::string_view, std::string_view> read_names() {
  std::map<std::string_view, std::string_view> names;
  for (const auto& row : read_table(data::component_names_tsv, 2)) names.emplace(row[0], row[1]);
  return names;
}

std::vector<const Component*> in_use(const facts::SiteSummary& site,
                                     std::initializer_list<facts::ComponentKind> kinds, bool every_place) {
  std::vector<const Component*> found;
  for (const Component& component : site.components) {
    const bool wanted = std::ranges::find(kinds, component.kind) != kinds.end();
    if (wanted && !component.version.empty() && component.certainty != Certainty::possible)
      found.push_back(&component);
  }
  const auto key = [every_place](const Component* c) {
    return std::tuple(std::string_view(c->name), std::string_view(c->version),
                      every_place ? std::string_view(c->location) : std::string_view());
  };
  std::ranges::stable_sort(found, [&](const Component* a, const Component* b) {
    if (key(a) != key(b)) return key(a) < key(b);
    // what a distribution does not vouch for weighs more
    if (a->distribution != b->distribution) return b->distribution;
    return a->certainty > b->certainty;
  });
  const auto repeated = std::unique(found.begin(), found.end(),
                                    [&](const Component* a, const Component* b) { return key(a) == key(b); });
  found.erase(repeated, found.end());
  return found;
}

}  // namespace

std::string display_name(std::string_view component) {
  static const std::map<std::string_view, std::string_view> names = read_names();
  const auto found = names.find(component);
  return std::string(found == names.end() ? component : found->second);
}

std::vector<const Component*> versions_in_use(const facts::SiteSummary& site,
                                              std::initializer_list<facts::ComponentKind> kinds) {
  return in_use(site, kinds, false);
}

std::vector<const Component*> places_in_use(const facts::SiteSummary& site,
                                            std::initializer_list<facts::ComponentKind> kinds) {
  return in_use(site, kinds, true);
}

Verdicts judge_life(const Component& component, Time now) {
  const LifeOfVersion life = life_of(component.name, component.version, now);
  if (life.life == Life::unknown) return {};
  Verdict verdict{.url = component.location};
  if (life.life == Life::supported) return {verdict};
  const std::string_view newest = newest_release(component.name, now);
  verdict.outcome = component.distribution ? Outcome::cant_tell : Outcome::failed;
  verdict.message = component.distribution                    ? "distribution"
                    : life.ended_on.empty() || newest.empty() ? "ended-undated"
                                                              : "ended";
  verdict.values = {{"component", display_name(component.name)},
                    {"version", component.version},
                    {"date", std::string(life.ended_on)},
                    {"newest", std::string(newest)},
                    {"location", component.location}};
  verdict.cause = component.name + " " + component.version;
  return {verdict};
}

}  // namespace veedor::rules
