#include "scanner/tls/rating/clients.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "data/tls_clients_tsv.h"
#include "scanner/base/text.h"
#include "scanner/facts/tls/suite.h"

namespace veedor::tls {
namespace {

using facts::ClientResult;
using facts::Connects;
using facts::Suite;
using facts::TlsOffer;
using facts::TlsVersion;

struct Client {
  std::string_view name;
  int released;
  TlsVersion lowest;
  TlsVersion highest;
  bool names_server;
  int largest_dh;  // bits; 0: any
  std::vector<std::uint32_t> suites;
  std::vector<std::uint16_t> groups;
};

TlsVersion version_of(std::string_view key) {
  for (int i = 0; i <= static_cast<int>(TlsVersion::tls1_3); ++i) {
    if (facts::key(static_cast<TlsVersion>(i)) == key) return static_cast<TlsVersion>(i);
  }
  return TlsVersion::tls1_2;
}

int number_of(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

template <class Code>
std::vector<Code> codes_of(std::string_view text) {
  std::vector<Code> codes;
  for (std::string_view word : split_whitespace(text)) {
    std::uint32_t code = 0;
    if (std::from_chars(word.data(), word.data() + word.size(), code, 16).ec == std::errc())
      codes.push_back(static_cast<Code>(code));
  }
  return codes;
}

std::vector<Client> read_table() {
  std::vector<Client> clients;
  for (std::string_view line : split(data::tls_clients_tsv, '\n')) {
    const std::vector<std::string_view> fields = split(line, '\t');
    if (line.starts_with('#') || fields.size() != 8) continue;
    const int largest_dh = number_of(fields[5]);
    clients.push_back({fields[0], number_of(fields[1]), version_of(fields[2]), version_of(fields[3]),
                       fields[4] == "yes", largest_dh, codes_of<std::uint32_t>(fields[6]),
                       codes_of<std::uint16_t>(fields[7])});
  }
  return clients;
}

// The first group of the client's that the server has; nothing without.
std::optional<std::uint16_t> common_group(const Client& client, const std::vector<std::uint16_t>& groups) {
  const auto found = std::ranges::find_if(client.groups, [&groups](std::uint16_t group) {
    return std::ranges::find(groups, group) != groups.end();
  });
  return found == client.groups.end() ? std::nullopt : std::optional(*found);
}

bool takes_dh(const Client& client, const facts::Tls& tls) {
  return client.largest_dh == 0 ||
         std::ranges::none_of(tls.key_exchange.dh,
                              [&client](const facts::DhKey& key) { return key.bits > client.largest_dh; });
}

bool usable(const Suite& suite, const Client& client, const facts::Tls& tls) {
  if (suite.exchange == facts::KeyExchange::ecdhe)
    return tls.key_exchange.groups.empty() || common_group(client, tls.key_exchange.groups).has_value();
  return suite.exchange != facts::KeyExchange::dhe || takes_dh(client, tls);
}

// What both would agree on in one version.
const Suite* common_suite(const Client& client, const facts::Tls& tls, const TlsOffer& offer) {
  const bool servers_order = offer.preference == facts::Preference::server;
  const std::vector<std::uint32_t>& order = servers_order ? offer.suites : client.suites;
  const std::vector<std::uint32_t>& other = servers_order ? client.suites : offer.suites;
  for (std::uint32_t code : order) {
    const Suite* suite = facts::find_suite(code);
    if (suite != nullptr && std::ranges::find(other, code) != other.end() && usable(*suite, client, tls))
      return suite;
  }
  return nullptr;
}

ClientResult simulate(const Client& client, const facts::Tls& tls) {
  ClientResult result{
      .client = std::string(client.name), .released = client.released, .connects = Connects::no};
  if (!client.names_server && tls.features.server_name_needed == facts::Support::offered) return result;
  bool open = false;
  for (auto entry = tls.offers.rbegin(); entry != tls.offers.rend(); ++entry) {
    const auto& [version, offer] = *entry;
    if (version > client.highest || version < client.lowest) continue;
    open |= !offer.complete;
    const bool modern = version == TlsVersion::tls1_3;
    const auto& groups = modern ? tls.key_exchange.groups_1_3 : tls.key_exchange.groups;
    const std::optional<std::uint16_t> group = common_group(client, groups);
    if (modern && !group) continue;
    const Suite* suite = common_suite(client, tls, offer);
    if (suite == nullptr) {
      // RFC 5246 §E.1: the server has chosen the version before it looks at the suites.
      if (modern) continue;
      break;
    }
    result.connects = Connects::yes;
    result.version = facts::name(version);
    result.suite = suite->name;
    result.forward_secret = suite->forward_secret();
    const bool by_group = modern || suite->exchange == facts::KeyExchange::ecdhe;
    if (group && by_group) result.group = facts::group_name(*group);
    return result;
  }
  if (open || std::ranges::any_of(tls.versions, [](const auto& entry) {
        return entry.second == facts::Support::inconclusive;
      }))
    result.connects = Connects::unknown;
  return result;
}

}  // namespace

std::vector<ClientResult> simulate_clients(const facts::Tls& tls) {
  static const std::vector<Client> clients = read_table();
  std::vector<ClientResult> results;
  results.reserve(clients.size());
  for (const Client& client : clients) results.push_back(simulate(client, tls));
  return results;
}

}  // namespace veedor::tls
