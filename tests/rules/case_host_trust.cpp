// The chain as sent, its staple, other chains and addresses, the DNS, in the lines of a case.
#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "tests/rules/case_host.h"

namespace veedor::rules::cases {
namespace {

using facts::Host;

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_bool(std::string_view text, bool& value) {
  value = text == "yes";
  return value || text == "no";
}

bool read_time(std::string_view text, Time& time) {
  const auto parsed = parse_iso8601(text);
  if (parsed) time = *parsed;
  return parsed.ok();
}

template <class Enum>
bool read_enum(std::string_view text, Enum last, Enum& value) {
  const auto found = enumerator(text, last, [](Enum each) { return facts::name(each); });
  if (found) value = *found;
  return found.has_value();
}

bool read_shape(std::string_view field, std::string_view value, facts::ChainShape& shape) {
  if (field == "ordered") return read_bool(value, shape.ordered);
  if (field == "superfluous") return read_number(value, shape.superfluous);
  return field == "root_sent" && read_bool(value, shape.root_sent);
}

// "none" says that stapling was asked for and did not come, "inconclusive" that no answer was clear.
bool read_staple(std::string_view value, facts::Tls& tls) {
  if (value == "inconclusive") return tls.features.ocsp_stapling = facts::Support::inconclusive, true;
  if (!read_enum(value, facts::StapleState::invalid, tls.staple.state)) return false;
  const bool none = tls.staple.state == facts::StapleState::none;
  tls.features.ocsp_stapling = none ? facts::Support::refused : facts::Support::offered;
  return true;
}

// "no_server_name wrong.example": who sees it and, if they are not the host's, the names of the certificate.
bool read_other_chain(std::string_view value, Host& host) {
  const auto words = split_whitespace(value);
  if (words.empty()) return false;
  facts::OtherChain other{.seen_by = std::string(words[0]),
                          .chain = {good_certificate(host, false)},
                          .trust = facts::Trust::trusted,
                          .name_matches = words.size() == 1};
  if (words.size() > 1) {
    facts::Certificate& certificate = other.chain.front();
    certificate.names.assign(words.begin() + 1, words.end());
    certificate.common_name = certificate.names.front();
    certificate.subject = "CN=" + certificate.common_name;
  }
  host.tls.other_chains.push_back(std::move(other));
  return true;
}

// Of the last `other_chain`.
bool read_other_chain(std::string_view field, std::string_view value, Host& host) {
  if (host.tls.other_chains.empty()) return false;
  facts::OtherChain& other = host.tls.other_chains.back();
  if (field == "trust") return read_enum(value, facts::Trust::invalid, other.trust);
  if (field == "name_matches") return read_bool(value, other.name_matches);
  return read_certificate(field, value, other.chain.front());
}

// "192.0.2.2 certificate,versions", "192.0.2.2 refused"
bool read_other_address(std::string_view value, Host& host) {
  const auto words = split_whitespace(value);
  if (words.empty() || words.size() > 2) return false;
  facts::AddressFacts other{.address = std::string(words[0]), .outcome = facts::Outcome::read};
  other.versions = host.tls.versions;
  if (words.size() == 2 && !read_enum(words[1], facts::Outcome::internal_error, other.outcome)) {
    for (std::string_view difference : split(words[1], ',')) other.differences.emplace_back(difference);
  }
  host.tls.other_addresses.push_back(std::move(other));
  return true;
}

// "issue letsencrypt.org"; the value may be empty or hold parameters
bool read_caa(std::string_view value, facts::Dns& dns) {
  const std::size_t space = std::min(value.find(' '), value.size());
  if (space == 0) return false;
  dns.caa = facts::Lookup::found;
  dns.caa_records.push_back(
      {.tag = std::string(value.substr(0, space)), .value = std::string(trim(value.substr(space)))});
  return true;
}

// "3 1 1 match", "3 1 1 differs"
bool read_tlsa(std::string_view value, facts::Dns& dns) {
  const auto words = split_whitespace(value);
  facts::Tlsa record;
  if (words.size() != 4 || !read_number(words[0], record.usage) || !read_number(words[1], record.selector) ||
      !read_number(words[2], record.matching) || (words[3] != "match" && words[3] != "differs"))
    return false;
  record.matches = words[3] == "match";
  dns.tlsa = facts::Lookup::found;
  dns.tlsa_records.push_back(std::move(record));
  return true;
}

// "found h2 h3", "absent"
bool read_https_record(std::string_view value, facts::Dns& dns) {
  const auto words = split_whitespace(value);
  if (words.empty() || !read_enum(words[0], facts::Lookup::failed, dns.https)) return false;
  dns.https_alpn.assign(words.begin() + 1, words.end());
  return true;
}

}  // namespace

std::optional<bool> read_trust(const Setting& setting, Host& host) {
  const std::string_view key = setting.key;
  const std::string_view value = setting.value;
  const std::size_t dot = std::min(key.find('.'), key.size());
  const std::string_view field = key.substr(std::min(dot + 1, key.size()));
  if (key.substr(0, dot) == "shape") return read_shape(field, value, host.tls.shape);
  if (key == "staple") return read_staple(value, host.tls);
  if (key == "staple.this_update") return read_time(value, host.tls.staple.this_update);
  if (key == "staple.next_update") return read_time(value, host.tls.staple.next_update);
  if (key == "scts_in_handshake") return read_number(value, host.tls.features.scts_in_handshake);
  if (key == "blocked") return read_bool(value, host.tls.blocked);
  if (key == "other_chain") return read_other_chain(value, host);
  if (key.starts_with("other_chain.")) return read_other_chain(field, value, host);
  if (key == "other_address") return read_other_address(value, host);
  if (key == "other_address.versions")
    return !host.tls.other_addresses.empty() &&
           read_versions(value, host.tls.other_addresses.back().versions);
  if (key == "caa") return read_enum(value, facts::Lookup::failed, host.dns.caa);
  if (key == "caa_domain") return host.dns.caa_domain = value, true;
  if (key == "caa_record") return read_caa(value, host.dns);
  if (key == "tlsa") return read_enum(value, facts::Lookup::failed, host.dns.tlsa);
  if (key == "tlsa_record") return read_tlsa(value, host.dns);
  if (key == "dnssec") return read_bool(value, host.dns.authenticated);
  if (key == "https_record") return read_https_record(value, host.dns);
  return std::nullopt;
}

}  // namespace veedor::rules::cases
