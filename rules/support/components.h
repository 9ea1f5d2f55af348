// What the rules on components share: which sightings to judge, and how to speak of them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "scanner/facts/site.h"

namespace veedor::rules {

// "jQuery" for "jquery"; the id itself where it has no other name.
std::string display_name(std::string_view component);

// Components of these kinds whose version is known and at least likely: each name and version once, by its
// surest sighting.
std::vector<const facts::Component*> versions_in_use(const facts::SiteSummary& site,
                                                     std::initializer_list<facts::ComponentKind> kinds);
// The same, once for every place: a library is mended where it is loaded.
std::vector<const facts::Component*> places_in_use(const facts::SiteSummary& site,
                                                   std::initializer_list<facts::ComponentKind> kinds);

// Whether support for what was seen has ended: "ended" or "ended-undated" with the values component, version,
// date, newest and location. No verdict where the dates are not known. A banner of a distribution gives
// "distribution", which cannot be judged.
Verdicts judge_life(const facts::Component& component, Time now);

}  // namespace veedor::rules
