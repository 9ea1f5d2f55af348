// How a service differs from Mozilla's "Server Side TLS" guidelines 6.0 (2026-04-06). Its values are data of
// https://ssl-config.mozilla.org/guidelines/6.0.json (MPL-2.0).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/facts/host.h"

namespace veedor::rules::rating {

struct Profile {
  std::span<const facts::TlsVersion> versions;
  std::span<const std::uint32_t> suites;
  std::span<const std::uint16_t> groups;
  std::span<const std::string_view> curves;  // of an EC certificate
  std::span<const std::string_view>
      signatures;                 // of the host's certificate, as facts::Certificate spells them
  int rsa_bits = 0;               // the least; 0: RSA certificates are not in the profile
  int lifetime_days = 0;          // the most
  std::int64_t hsts_max_age = 0;  // the least, in seconds
};

const Profile& modern_profile();        // for clients with TLS 1.3
const Profile& intermediate_profile();  // for almost all clients

// Codes, each with what it is about as its detail: "version_extra", "version_missing", "suite_extra",
// "suite_missing" (of those that the certificates at hand can serve), "group_extra", "group_missing",
// "key_kind" ("RSA"), "key_small" (bits), "curve_extra", "signature_extra", "lifetime_long" (days),
// "hsts_short" (seconds; 0: there is none), "staple_missing" (only where the certificate names a responder:
// without one there is nothing to staple), and "unknown" ("TLS 1.2", "suites TLS 1.2", "groups",
// "certificate", "HSTS", "staple") for what was not learnt, so that an empty list always means a fit. Whose
// order decides is not compared: the guidelines recommend the client's, but any order of their suites is
// safe.
std::vector<facts::ProfileGap> gaps(const facts::Host& host, const Profile& profile,
                                    std::optional<std::int64_t> hsts_max_age);

}  // namespace veedor::rules::rating
