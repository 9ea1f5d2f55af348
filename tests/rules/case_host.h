// The keys of a host block that speak of its TLS service, by subject. Each reads one line: nothing where the
// key is not its own, false where the value is not understood.
#pragma once

#include <map>
#include <optional>
#include <string_view>

#include "scanner/facts/host.h"
#include "tests/rules/case_settings.h"

namespace veedor::rules::cases {

// A certificate as it should be: of the host, or of an authority in its path.
facts::Certificate good_certificate(const facts::Host& host, bool authority);
// What follows "cert." in a key; false where the field is not known or the value is not understood.
bool read_certificate(std::string_view field, std::string_view value, facts::Certificate& certificate);
// "tls1_0=offered tls1_2=inconclusive", into what is there.
bool read_versions(std::string_view text, std::map<facts::TlsVersion, facts::Support>& versions);

// Suites, groups, keys of the key exchange.
std::optional<bool> read_offer(const Setting& setting, facts::Host& host);
// Features, tolerances, vulnerabilities, the grade, and how the assessment went.
std::optional<bool> read_feature(const Setting& setting, facts::Host& host);
// The chain's shape, its staple, other chains and addresses, the DNS.
std::optional<bool> read_trust(const Setting& setting, facts::Host& host);

}  // namespace veedor::rules::cases
