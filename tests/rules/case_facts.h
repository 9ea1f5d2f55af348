// Turns the block of a case in cases.md into the facts that a rule judges. docs/rules.md lists what a block
// may say.
#pragma once

#include <variant>

#include "rules/catalog/cases.h"
#include "scanner/base/result.h"
#include "scanner/facts/host.h"
#include "scanner/facts/page.h"
#include "scanner/facts/site.h"

namespace veedor::rules::cases {

using Subject = std::variant<facts::Page, facts::Host, facts::SiteSummary>;

// The error names what in the block could not be understood.
Result<Subject> subject_of(const catalog::Case& test);

Result<facts::Page> page_of(const catalog::Case& test);
Result<facts::Host> host_of(const catalog::Case& test);
Result<facts::SiteSummary> site_of(const catalog::Case& test);

}  // namespace veedor::rules::cases
