// The keys of scan.json for what a TLS service offers: code points by their IANA names, features by the names
// of their members.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scanner/facts/tls/tls.h"

namespace veedor::reports {

// The registered name, or "0xFA1A" (six digits for the kinds of SSL 2.0) where there is none.
std::string suite_key(std::uint32_t code);
std::string group_key(std::uint16_t code);
std::string signature_scheme_key(std::uint16_t code);
// The code of either spelling; nothing for another text.
std::optional<std::uint32_t> suite_of_key(std::string_view key);
std::optional<std::uint16_t> group_of_key(std::string_view key);
std::optional<std::uint16_t> signature_scheme_of_key(std::string_view key);

// A member of which only support is known.
template <class Facts>
struct SupportMember {
  const char* key;
  facts::Support Facts::*member;
};

inline constexpr auto kFeatures = std::to_array<SupportMember<facts::TlsFeatures>>({
    {"secure_renegotiation", &facts::TlsFeatures::secure_renegotiation},
    {"client_renegotiation", &facts::TlsFeatures::client_renegotiation},
    {"extended_master_secret", &facts::TlsFeatures::extended_master_secret},
    {"encrypt_then_mac", &facts::TlsFeatures::encrypt_then_mac},
    {"fallback_scsv", &facts::TlsFeatures::fallback_scsv},
    {"compression", &facts::TlsFeatures::compression},
    {"heartbeat", &facts::TlsFeatures::heartbeat},
    {"session_ids", &facts::TlsFeatures::session_ids},
    {"session_tickets", &facts::TlsFeatures::session_tickets},
    {"ticket_resumption", &facts::TlsFeatures::ticket_resumption},
    {"tls13_resumption", &facts::TlsFeatures::tls13_resumption},
    {"early_data", &facts::TlsFeatures::early_data},
    {"ocsp_stapling", &facts::TlsFeatures::ocsp_stapling},
    {"server_name_needed", &facts::TlsFeatures::server_name_needed},
});

inline constexpr auto kTolerances = std::to_array<SupportMember<facts::Tolerance>>({
    {"long_hello", &facts::Tolerance::long_hello},
    {"split_hello", &facts::Tolerance::split_hello},
    {"future_version", &facts::Tolerance::future_version},
    {"grease", &facts::Tolerance::grease},
});

}  // namespace veedor::reports
