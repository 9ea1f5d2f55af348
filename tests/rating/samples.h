// Hosts of whose TLS all is known, to be made worse one fact at a time.
#pragma once

#include <initializer_list>

#include "scanner/facts/host.h"

namespace veedor::test {

inline constexpr std::int64_t kTwoYears = 63'072'000;

// TLS 1.2 and 1.3, six suites with AEAD and forward secrecy, X25519MLKEM768, a trusted ECDSA certificate of
// 90 days: A+, and nothing to say by Mozilla's intermediate profile.
facts::Host good_host();
// The same with TLS 1.3 alone.
facts::Host modern_host();

facts::Certificate rsa_certificate(int bits);
facts::Certificate ec_certificate(const char* curve, int bits);

// Offers `version` with these suites in the server's order, all of them known.
void offer(facts::Host& host, facts::TlsVersion version, std::initializer_list<std::uint32_t> suites);
void refuse(facts::Host& host, facts::TlsVersion version);

}  // namespace veedor::test
