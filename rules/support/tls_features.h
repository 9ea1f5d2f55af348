// What the rules on features, tolerances, attacks and the grade of a TLS service share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "scanner/facts/host.h"

namespace veedor::rules {

// A version from SSL 3.0 to TLS 1.2 is offered: what TLS 1.3 did away with can still be asked of the server.
bool offers_before_tls13(const facts::Tls& tls);

// How many of SSL 3.0 to TLS 1.3 are offered.
int versions_offered(const facts::Tls& tls);

// One feature that has to be as `wanted`: passed, failed with the message `message`, or cant_tell with
// "inconclusive". Nothing where it was not tested. Messages have {host}.
Verdicts judge_support(const facts::Host& host, facts::Support seen, facts::Support wanted,
                       std::string_view message);

// One attack: failed with "vulnerable", cant_tell with "inconclusive". Nothing where it was not tried.
Verdicts judge_exposure(const facts::Host& host, facts::Vulnerability vulnerability);

// "a, b, c, d, e (+3)": at most `most` of the items, inert and short, and how many more there are. The same
// in every language.
std::string listed(const std::vector<std::string>& items, std::size_t most = 5);

// "B: tls1_0_offered, C: rc4_offered TLS_RSA_WITH_RC4_128_SHA": in the order given, by their stable codes.
std::string listed(const std::vector<facts::GradeReason>& reasons);

// "+TLS 1.0, −X25519MLKEM768, hsts_short 3600": what is too much, what is missing, and other codes as they
// are. At most five of each kind, each kind where it first appears.
std::string listed(const std::vector<facts::ProfileGap>& gaps);

}  // namespace veedor::rules
