// Suites, groups and keys of the key exchange, in the lines of a case.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/text.h"
#include "scanner/facts/tls/suite.h"
#include "tests/rules/case_host.h"

namespace veedor::rules::cases {
namespace {

using facts::Host;
using facts::Support;
using facts::TlsVersion;

constexpr auto kVersionKey = [](TlsVersion value) { return facts::key(value); };
constexpr auto kPreferenceName = [](facts::Preference value) { return facts::name(value); };

facts::TlsOffer good_offer(std::initializer_list<std::string_view> suites) {
  facts::TlsOffer offer;
  for (const std::string_view name : suites) offer.suites.push_back(facts::find_suite(name)->code);
  offer.preference = facts::Preference::server;
  offer.complete = true;
  return offer;
}

// What a well-kept server offers in the versions that a case does not speak of.
void add_defaults(Host& host) {
  if (!host.tls.offers.empty()) return;
  host.tls.offers[TlsVersion::tls1_3] =
      good_offer({"TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256"});
  host.tls.offers[TlsVersion::tls1_2] =
      good_offer({"TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
                  "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});
}

// By name, or "0xFA1A" for one that is in no registry.
bool read_suites(std::string_view text, std::vector<std::uint32_t>& suites) {
  suites.clear();
  for (const std::string_view word : split_whitespace(text)) {
    std::uint32_t code = 0;
    if (word.starts_with("0x")) {
      const auto [end, error] = std::from_chars(word.data() + 2, word.data() + word.size(), code, 16);
      if (error != std::errc() || end != word.data() + word.size()) return false;
    } else if (const facts::Suite* suite = facts::find_suite(word)) {
      code = suite->code;
    } else {
      return false;
    }
    suites.push_back(code);
  }
  return true;
}

bool read_bool(std::string_view text, bool& value) {
  value = text == "yes";
  return value || text == "no";
}

// "suites.tls1_2", "order.tls1_2", "complete.tls1_2". To say what a version offers is to say that it is
// offered.
bool read_version(std::string_view field, TlsVersion version, std::string_view value, Host& host) {
  add_defaults(host);
  const bool is_new = !host.tls.offers.contains(version);
  facts::TlsOffer& offer = host.tls.offers[version];
  if (is_new) offer = good_offer({});
  host.tls.versions[version] = Support::offered;
  if (field == "suites") return read_suites(value, offer.suites);
  if (field == "complete") return read_bool(value, offer.complete);
  const auto preference = enumerator(value, facts::Preference::client, kPreferenceName);
  if (preference) offer.preference = *preference;
  return preference.has_value();
}

bool read_groups(std::string_view text, std::vector<std::uint16_t>& groups, bool& complete) {
  complete = true;
  for (const std::string_view word : split_whitespace(text)) {
    const facts::Group* group = facts::find_group(word);
    if (group == nullptr) return false;
    groups.push_back(group->code);
  }
  return !groups.empty();
}

bool read_signatures(std::string_view text, std::vector<std::uint16_t>& schemes) {
  for (const std::string_view word : split_whitespace(text)) {
    std::uint32_t code = 0;
    while (code <= 0xFFFF && facts::signature_scheme_name(static_cast<std::uint16_t>(code)) != word) ++code;
    if (code > 0xFFFF) return false;
    schemes.push_back(static_cast<std::uint16_t>(code));
  }
  return !schemes.empty();
}

// "1024 "RFC 2409 group 2"", "512 export", "2048 out_of_range": the size, then what else there is to say.
bool read_dh(std::string_view text, Host& host) {
  facts::DhKey key;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), key.bits);
  if (error != std::errc()) return false;
  const std::string_view rest = trim(text.substr(static_cast<std::size_t>(end - text.data())));
  if (rest.size() > 2 && rest.starts_with('"') && rest.ends_with('"'))
    key.prime_name = rest.substr(1, rest.size() - 2);
  else if (rest == "export")
    key.export_grade = true;
  else if (rest == "out_of_range")
    key.safe_size = false;
  else if (!rest.empty())
    return false;
  host.tls.key_exchange.dh.push_back(key);
  return true;
}

// Whether two handshakes had the same key.
bool read_reused(std::string_view text, Support& reused) {
  if (text == "yes") return reused = Support::offered, true;
  if (text == "no") return reused = Support::refused, true;
  if (text == "inconclusive") return reused = Support::inconclusive, true;
  return false;
}

}  // namespace

std::optional<bool> read_offer(const Setting& setting, Host& host) {
  facts::KeyExchangeFacts& exchange = host.tls.key_exchange;
  const std::string& value = setting.value;
  if (setting.key == "groups") return read_groups(value, exchange.groups, exchange.groups_complete);
  if (setting.key == "groups_1_3")
    return read_groups(value, exchange.groups_1_3, exchange.groups_1_3_complete);
  if (setting.key == "groups_complete") return read_bool(value, exchange.groups_complete);
  if (setting.key == "groups_1_3_complete") return read_bool(value, exchange.groups_1_3_complete);
  if (setting.key == "dh") return read_dh(value, host);
  if (setting.key == "dh_reused") return read_reused(value, exchange.dh_key_reused);
  if (setting.key == "ecdh_reused") return read_reused(value, exchange.ecdh_key_reused);
  if (setting.key == "signatures") return read_signatures(value, exchange.signature_schemes);
  const std::string_view key = setting.key;
  const std::size_t dot = std::min(key.find('.'), key.size());
  const std::string_view field = key.substr(0, dot);
  if (field != "suites" && field != "order" && field != "complete") return std::nullopt;
  const auto version = enumerator(key.substr(std::min(dot + 1, key.size())), TlsVersion::tls1_3, kVersionKey);
  return version && read_version(field, *version, value, host);
}

}  // namespace veedor::rules::cases
