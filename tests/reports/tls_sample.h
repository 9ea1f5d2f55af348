// A host of which everything is known, for the tests of the writers.
#pragma once

#include <string>

#include "reports/report.h"

namespace veedor::reports::sample {

// Every member differs from its default, and what a service of that kind shows is plausible: an old server
// with faults of all sorts.
facts::Host known_host();
// The same with every text set to `bad`.
facts::Host hostile_host(const std::string& bad);
// sample::institution() with known_host().
Report with_known_host(Language language = Language::en);

}  // namespace veedor::reports::sample
