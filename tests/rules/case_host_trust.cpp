// The chain as sent, its staple, other chains and addresses, the DNS, in the lines of a case.
#include "tests/rules/case_host.h"

namespace veedor::rules::cases {

std::optional<bool> read_trust(const Setting& /*setting*/, facts::Host& /*host*/) { return std::nullopt; }

}  // namespace veedor::rules::cases
