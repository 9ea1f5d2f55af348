// Reports made by the real judging of small pages and hosts, for the tests of the writers.
#pragma once

#include <string>

#include "reports/report.h"

namespace veedor::reports::sample {

// A site with failing and clean pages, unread ones, a host with an expired certificate, and a component.
Report institution(Language language = Language::en);
// The same with every foreign string set to something hostile: markup, terminal escapes, bidirectional
// controls, invalid UTF-8, 10 KB of text.
Report hostile();
// What a hostile string holds.
std::string poison();

}  // namespace veedor::reports::sample
