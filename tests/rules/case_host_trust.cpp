// The chain as sent, its staple, other chains and addresses, the DNS, in the lines of a case.
#include <charconv>
#include <string>
#include <vector>

#include "tests/rules/case_host.h"

namespace veedor::rules::cases {
namespace {

using facts::Host;

bool read_yes(std::string_view text, bool& value) {
  value = text == "yes";
  return value || text == "no";
}

bool read_count(std::string_view text, std::uint32_t& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

template <class Enum, class NameOf>
bool read_one_of(std::string_view text, Enum last, NameOf name_of, Enum& value) {
  const auto found = enumerator(text, last, name_of);
  if (found) value = *found;
  return found.has_value();
}

bool read_lookup(std::string_view text, facts::Lookup& value) {
  return read_one_of(
      text, facts::Lookup::failed, [](facts::Lookup each) { return facts::name(each); }, value);
}

// "rsa trusted match www.example.org 2027-01-01 aa": who sees it, its trust, whether the name matches, its
// name, its last day, and its key's digest.
bool read_other_chain(std::string_view text, Host& host) {
  const std::vector<std::string_view> words = split_whitespace(text);
  if (words.size() < 5 || (words[2] != "match" && words[2] != "other")) return false;
  facts::OtherChain other{.seen_by = std::string(words[0]), .name_matches = words[2] == "match"};
  const auto last_day = parse_iso8601(words[4]);
  if (!last_day) return false;
  facts::Certificate certificate;
  certificate.common_name = words[3];
  certificate.names = {std::string(words[3])};
  certificate.not_before = *last_day - std::chrono::days(365);
  certificate.not_after = *last_day;
  certificate.sha256 = "other";
  if (words.size() > 5) certificate.key_sha256 = words[5];
  other.chain = {certificate};
  host.tls.other_chains.push_back(std::move(other));
  return read_one_of(
      words[1], facts::Trust::invalid, [](facts::Trust each) { return facts::name(each); },
      host.tls.other_chains.back().trust);
}

// "192.0.2.2 read versions certificate": its outcome and what differs.
bool read_other_address(std::string_view text, Host& host) {
  const std::vector<std::string_view> words = split_whitespace(text);
  if (words.size() < 2) return false;
  facts::AddressFacts other{.address = std::string(words[0])};
  for (std::size_t i = 2; i < words.size(); ++i) other.differences.emplace_back(words[i]);
  host.tls.other_addresses.push_back(std::move(other));
  return read_one_of(
      words[1], facts::Outcome::internal_error, [](facts::Outcome each) { return facts::name(each); },
      host.tls.other_addresses.back().outcome);
}

// "3 1 1 match", "3 1 1 no"
bool read_tlsa(std::string_view text, Host& host) {
  const std::vector<std::string_view> words = split_whitespace(text);
  if (words.size() != 4 || words[0].size() != 1 || words[1].size() != 1 || words[2].size() != 1) return false;
  host.dns.tlsa_records.push_back({.usage = words[0][0] - '0',
                                   .selector = words[1][0] - '0',
                                   .matching = words[2][0] - '0',
                                   .matches = words[3] == "match"});
  return words[3] == "match" || words[3] == "no";
}

}  // namespace

std::optional<bool> read_trust(const Setting& setting, facts::Host& host) {
  const std::string& key = setting.key;
  const std::string& value = setting.value;
  facts::ChainShape& shape = host.tls.shape;
  if (key == "shape.ordered") return read_yes(value, shape.ordered);
  if (key == "shape.root_sent") return read_yes(value, shape.root_sent);
  if (key == "shape.superfluous") return read_count(value, shape.superfluous);
  if (key == "staple") {
    return read_one_of(
        value, facts::StapleState::invalid, [](facts::StapleState each) { return facts::name(each); },
        host.tls.staple.state);
  }
  if (key == "scts_in_handshake") return read_count(value, host.tls.features.scts_in_handshake);
  if (key == "other_chain") return read_other_chain(value, host);
  if (key == "other_address") return read_other_address(value, host);
  if (key == "caa") return read_lookup(value, host.dns.caa);
  if (key == "tlsa") return read_lookup(value, host.dns.tlsa);
  if (key == "tlsa_record") return read_tlsa(value, host);
  return std::nullopt;
}

}  // namespace veedor::rules::cases
