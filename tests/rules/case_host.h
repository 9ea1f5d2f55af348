// The keys of a host block that speak of its TLS service, by subject. Each reads one line: nothing where the
// key is not its own, false where the value is not understood.
#pragma once

#include <optional>

#include "scanner/facts/host.h"
#include "tests/rules/case_settings.h"

namespace veedor::rules::cases {

// Suites, groups, keys of the key exchange.
std::optional<bool> read_offer(const Setting& setting, facts::Host& host);
// Features, tolerances, vulnerabilities, the grade, and how the assessment went.
std::optional<bool> read_feature(const Setting& setting, facts::Host& host);
// The chain's shape, its staple, other chains and addresses, the DNS.
std::optional<bool> read_trust(const Setting& setting, facts::Host& host);

}  // namespace veedor::rules::cases
