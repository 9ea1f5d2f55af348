// The report as one HTML file: no network, no script, readable and printable by anybody.
#pragma once

#include <string>

#include "reports/report.h"

namespace veedor::reports {

// In the report's language. What came from a site is escaped text; only http and https URLs become links.
std::string write_html(const Report& report);

}  // namespace veedor::reports
