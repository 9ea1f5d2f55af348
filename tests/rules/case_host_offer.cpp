// Suites, groups and keys of the key exchange, in the lines of a case.
#include "tests/rules/case_host.h"

namespace veedor::rules::cases {

std::optional<bool> read_offer(const Setting& /*setting*/, facts::Host& /*host*/) { return std::nullopt; }

}  // namespace veedor::rules::cases
