// Features, tolerances, vulnerabilities, grade, in the lines of a case.
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "tests/rules/case_host.h"

namespace veedor::rules::cases {
namespace {

using facts::Support;
using facts::TlsFeatures;
using facts::Tolerance;

constexpr auto kSupportName = [](Support value) { return facts::name(value); };
constexpr auto kExposureName = [](facts::Exposure value) { return facts::name(value); };
constexpr auto kConnectsName = [](facts::Connects value) { return facts::name(value); };
constexpr auto kVulnerabilityKey = [](facts::Vulnerability value) { return facts::key(value); };

constexpr auto kFeatures = std::to_array<std::pair<std::string_view, Support TlsFeatures::*>>({
    {"secure_renegotiation", &TlsFeatures::secure_renegotiation},
    {"extended_master_secret", &TlsFeatures::extended_master_secret},
    {"encrypt_then_mac", &TlsFeatures::encrypt_then_mac},
    {"heartbeat", &TlsFeatures::heartbeat},
    {"session_tickets", &TlsFeatures::session_tickets},
    {"session_ids", &TlsFeatures::session_ids},
    {"ticket_resumption", &TlsFeatures::ticket_resumption},
    {"tls13_resumption", &TlsFeatures::tls13_resumption},
    {"early_data", &TlsFeatures::early_data},
    {"compression", &TlsFeatures::compression},
    {"fallback_scsv", &TlsFeatures::fallback_scsv},
    {"ocsp_stapling", &TlsFeatures::ocsp_stapling},
    {"server_name_needed", &TlsFeatures::server_name_needed},
    {"client_renegotiation", &TlsFeatures::client_renegotiation},
});

constexpr auto kTolerances = std::to_array<std::pair<std::string_view, Support Tolerance::*>>({
    {"long_hello", &Tolerance::long_hello},
    {"split_hello", &Tolerance::split_hello},
    {"future_version", &Tolerance::future_version},
    {"grease", &Tolerance::grease},
});

template <class Enum, class NameOf>
bool read_enum(std::string_view text, Enum last, NameOf name_of, Enum& value) {
  const auto found = enumerator(text, last, name_of);
  if (found) value = *found;
  return found.has_value();
}

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_bool(std::string_view text, bool& value) {
  value = text == "yes";
  return value || text == "no";
}

template <class Table, class Facts>
bool read_support(const Table& table, std::string_view field, std::string_view value, Facts& facts) {
  const auto found = std::ranges::find(table, field, [](const auto& entry) { return entry.first; });
  return found != table.end() &&
         read_enum(value, Support::inconclusive, kSupportName, facts.*(found->second));
}

bool read_exposure(std::string_view field, std::string_view value, facts::Tls& tls) {
  facts::Vulnerability vulnerability{};
  return read_enum(field, facts::Vulnerability::insecure_renegotiation, kVulnerabilityKey, vulnerability) &&
         read_enum(value, facts::Exposure::inconclusive, kExposureName,
                   tls.vulnerabilities[vulnerability].exposure);
}

// "tls1_0_offered B", "rc4_offered C TLS_RSA_WITH_RC4_128_SHA"
bool read_reason(std::string_view text, facts::TlsGrade& grade) {
  const auto words = split_whitespace(text);
  if (words.size() < 2) return false;
  const std::size_t detail =
      std::min(static_cast<std::size_t>(words[1].data() - text.data()) + words[1].size(), text.size());
  grade.reasons.push_back({.code = std::string(words[0]),
                           .cap = std::string(words[1]),
                           .detail = std::string(trim(text.substr(detail)))});
  return true;
}

// "suite_extra TLS_RSA_WITH_AES_128_CBC_SHA"
bool read_gap(std::string_view text, std::vector<facts::ProfileGap>& gaps) {
  const std::size_t space = std::min(text.find(' '), text.size());
  gaps.push_back(
      {.code = std::string(text.substr(0, space)), .detail = std::string(trim(text.substr(space)))});
  return !text.empty();
}

// "yes 2019 Android 10"
bool read_client(std::string_view text, facts::TlsGrade& grade) {
  const std::vector<std::string_view> words = split_whitespace(text);
  facts::ClientResult client;
  if (words.size() < 3 || !read_enum(words[0], facts::Connects::unknown, kConnectsName, client.connects))
    return false;
  const auto [end, error] =
      std::from_chars(words[1].data(), words[1].data() + words[1].size(), client.released);
  client.client = std::string(words[2].data(), text.data() + text.size());
  grade.clients.push_back(std::move(client));
  return error == std::errc() && end == words[1].data() + words[1].size();
}

}  // namespace

std::optional<bool> read_feature(const Setting& setting, facts::Host& host) {
  const std::string_view value = setting.value;
  const std::string_view key = setting.key;
  const std::size_t dot = std::min(key.find('.'), key.size());
  const std::string_view group = key.substr(0, dot);
  const std::string_view field = key.substr(std::min(dot + 1, key.size()));
  facts::Tls& tls = host.tls;
  if (group == "feature") return read_support(kFeatures, field, value, tls.features);
  if (group == "tolerance") return read_support(kTolerances, field, value, tls.features.tolerance);
  if (group == "vulnerable") return read_exposure(field, value, tls);
  if (key == "grade.reason") return read_reason(value, tls.grade);
  if (key == "grade.partial") return read_bool(value, tls.grade.partial);
  if (key == "grade.if_trusted") return tls.grade.if_trusted = value, true;
  if (key == "grade") return tls.grade.letter = value, true;
  if (key == "gap.intermediate") return read_gap(value, tls.grade.intermediate);
  if (key == "gap.modern") return read_gap(value, tls.grade.modern);
  if (key == "client") return read_client(value, tls.grade);
  if (key == "alpn" || key == "npn") {
    auto& protocols = key == "alpn" ? tls.features.alpn : tls.features.npn;
    for (std::string_view protocol : split_whitespace(value)) protocols.emplace_back(protocol);
    return true;
  }
  if (key == "ticket_lifetime") return read_number(value, tls.features.ticket_lifetime);
  if (key == "early_data_bytes") return read_number(value, tls.features.early_data_bytes);
  if (key == "connections") return read_number(value, tls.connections);
  if (key == "intrusive") return read_bool(value, tls.intrusive);
  if (key == "blocked") return read_bool(value, tls.blocked);
  return std::nullopt;
}

}  // namespace veedor::rules::cases
