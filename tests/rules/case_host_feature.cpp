// Features, tolerances, vulnerabilities, grade, in the lines of a case.
#include "tests/rules/case_host.h"

namespace veedor::rules::cases {

std::optional<bool> read_feature(const Setting& /*setting*/, facts::Host& /*host*/) { return std::nullopt; }

}  // namespace veedor::rules::cases
