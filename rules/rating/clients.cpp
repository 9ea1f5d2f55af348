#include "rules/rating/clients.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "rules/rating/offered.h"

namespace veedor::rules::rating {
namespace {

using facts::Authentication;
using facts::Connects;
using facts::KeyExchange;
using facts::KeyKind;
using facts::Support;
using facts::TlsVersion;

// Both sides of one handshake.
struct Meeting {
  const facts::Tls& tls;
  const Client& client;
  TlsVersion version;
  const facts::TlsOffer& offer;

  const std::vector<std::uint16_t>& groups() const {
    return version == TlsVersion::tls1_3 ? tls.key_exchange.groups_1_3 : tls.key_exchange.groups;
  }
  bool groups_complete() const {
    return version == TlsVersion::tls1_3 ? tls.key_exchange.groups_1_3_complete
                                         : tls.key_exchange.groups_complete;
  }
};

template <class Codes, class Code>
bool has(const Codes& codes, Code code) {
  return std::ranges::find(codes, code) != codes.end();
}

// Which version they agree on: the highest that both have. `unclear` is set where the server's word on a
// version that comes first is missing.
std::optional<TlsVersion> agreed_version(const facts::Tls& tls, const Client& client, bool& unclear) {
  for (int i = static_cast<int>(client.highest); i >= static_cast<int>(client.lowest); --i) {
    const auto version = static_cast<TlsVersion>(i);
    const Support answer = support_of(tls, version);
    if (answer == Support::offered) return version;
    if (answer != Support::refused) {
      unclear = true;
      return std::nullopt;
    }
  }
  return std::nullopt;
}

// RFC 8446 §4.2.3: the curve is part of the scheme; of RSA keys TLS 1.3 takes PSS alone.
std::uint16_t scheme_1_3(const facts::Certificate& leaf) {
  switch (leaf.key) {
    case KeyKind::rsa:
      return 0x0804;
    case KeyKind::ec:
      return leaf.curve == "P-384" ? 0x0503 : leaf.curve == "P-521" ? 0x0603 : 0x0403;
    case KeyKind::ed25519:
      return 0x0807;
    case KeyKind::ed448:
      return 0x0808;
    case KeyKind::dsa:
    case KeyKind::other:
      break;
  }
  return 0;
}

std::uint16_t curve_group(std::string_view curve) {
  if (curve == "P-256") return 0x0017;
  if (curve == "P-384") return 0x0018;
  return curve == "P-521" ? 0x0019 : 0;
}

// Whether the client can verify what the server signs with this key in this suite.
bool verifies(const Meeting& meeting, const facts::Suite& suite, const facts::Certificate& leaf) {
  const Client& client = meeting.client;
  if (suite.authentication == Authentication::any) return has(client.schemes, scheme_1_3(leaf));
  if (suite.authentication == Authentication::rsa) return leaf.key == KeyKind::rsa;
  if (suite.authentication != Authentication::ecdsa) return true;
  // RFC 8422 §5.1: until TLS 1.2 the groups limit the curve of the certificate as well.
  if (leaf.key == KeyKind::ec)
    return client.groups.empty() || leaf.curve.empty() || has(client.groups, curve_group(leaf.curve));
  return (leaf.key == KeyKind::ed25519 || leaf.key == KeyKind::ed448) &&
         has(client.schemes, scheme_1_3(leaf));
}

// Which certificate a server shows depends on its configuration: one that fits is enough. Where none was
// read, the suite itself, which the server did choose, is taken as proof that it has one.
bool any_verifies(const Meeting& meeting, const facts::Suite& suite) {
  const std::vector<ShownChain> chains = shown_chains(meeting.tls);
  return chains.empty() || std::ranges::any_of(chains, [&](const ShownChain& shown) {
           return verifies(meeting, suite, shown.chain->front());
         });
}

bool needs_group(const facts::Suite& suite) {
  return suite.exchange == KeyExchange::ecdhe || suite.exchange == KeyExchange::any;
}

// The group that is chosen; empty where it is unknown.
std::optional<std::uint16_t> agreed_group(const Meeting& meeting) {
  const bool server = meeting.offer.preference == facts::Preference::server;
  const std::vector<std::uint16_t>& first = server ? meeting.groups() : meeting.client.groups;
  const std::vector<std::uint16_t>& second = server ? meeting.client.groups : meeting.groups();
  const auto found =
      std::ranges::find_if(first, [&second](std::uint16_t group) { return has(second, group); });
  return found == first.end() ? std::nullopt : std::optional(*found);
}

Connects usable(const Meeting& meeting, const facts::Suite& suite) {
  if (!any_verifies(meeting, suite)) return Connects::no;
  if (!needs_group(suite)) return Connects::yes;
  // RFC 8422 §4: who sends no groups takes any.
  if (meeting.client.groups.empty() && meeting.version != TlsVersion::tls1_3) return Connects::yes;
  if (agreed_group(meeting)) return Connects::yes;
  return meeting.groups_complete() ? Connects::no : Connects::unknown;
}

// The suites that both have, in the order that decides; that of the client where nobody's is known.
std::vector<const facts::Suite*> common_suites(const Meeting& meeting) {
  const bool server = meeting.offer.preference == facts::Preference::server;
  const std::vector<std::uint32_t>& first = server ? meeting.offer.suites : meeting.client.suites;
  const std::vector<std::uint32_t>& second = server ? meeting.client.suites : meeting.offer.suites;
  std::vector<const facts::Suite*> common;
  for (const std::uint32_t code : first) {
    const facts::Suite* suite = has(second, code) ? facts::find_suite(code) : nullptr;
    if (suite) common.push_back(suite);
  }
  const auto chacha = [](const facts::Suite* suite) {
    return suite->name.find("CHACHA20") != std::string_view::npos;
  };
  if (!server || !meeting.offer.chacha_for_mobile) return common;
  // The client's first suite of this version tells whether it prefers ChaCha20.
  for (const std::uint32_t code : meeting.client.suites) {
    const facts::Suite* suite = facts::find_suite(code);
    if (!suite || (suite->since == TlsVersion::tls1_3) != (meeting.version == TlsVersion::tls1_3)) continue;
    if (chacha(suite)) std::ranges::stable_partition(common, chacha);
    break;
  }
  return common;
}

// A prime beyond the client's limits ends the handshake after the suite was chosen.
bool prime_breaks(const Meeting& meeting, const facts::Suite& suite) {
  if (suite.exchange != KeyExchange::dhe) return false;
  const Client& client = meeting.client;
  return std::ranges::any_of(meeting.tls.key_exchange.dh, [&](const facts::DhKey& key) {
    if (key.export_grade != suite.export_grade) return false;
    return key.bits < client.dh_least || (client.dh_most != 0 && key.bits > client.dh_most);
  });
}

void choose(const Meeting& meeting, facts::ClientResult& result) {
  std::vector<const facts::Suite*> possible;
  bool certain = meeting.offer.preference != facts::Preference::not_tested;
  bool sure_one = false;
  for (const facts::Suite* suite : common_suites(meeting)) {
    const Connects use = usable(meeting, *suite);
    if (use == Connects::no) continue;
    possible.push_back(suite);
    if (use == Connects::unknown && !sure_one) certain = false;
    if (use == Connects::yes) sure_one = true;
    if (sure_one && certain) break;
  }
  if (!sure_one) {
    result.connects = possible.empty() && meeting.offer.complete ? Connects::no : Connects::unknown;
    return;
  }
  if (possible.size() == 1) certain = true;
  const auto breaks = [&meeting](const facts::Suite* suite) { return prime_breaks(meeting, *suite); };
  if (std::ranges::any_of(possible, breaks)) {
    result.connects = certain || std::ranges::all_of(possible, breaks) ? Connects::no : Connects::unknown;
    return;
  }
  result.connects = Connects::yes;
  result.version = facts::name(meeting.version);
  result.forward_secret = std::ranges::all_of(possible, &facts::Suite::forward_secret);
  if (!certain) return;
  const facts::Suite& suite = *possible.front();
  result.suite = suite.name;
  const std::optional<std::uint16_t> group = needs_group(suite) ? agreed_group(meeting) : std::nullopt;
  if (group) result.group = facts::group_name(*group);
}

}  // namespace

facts::ClientResult connection(const facts::Tls& tls, const Client& client) {
  facts::ClientResult result{
      .client = std::string(client.name), .released = client.released, .connects = Connects::no};
  if (!client.server_name && tls.features.server_name_needed == Support::offered) return result;
  const facts::Tolerance& tolerance = tls.features.tolerance;
  if (client.long_hello() &&
      (tolerance.long_hello == Support::refused || tolerance.split_hello == Support::refused))
    return result;
  bool unclear = false;
  const std::optional<TlsVersion> version = agreed_version(tls, client, unclear);
  const auto offer = version ? tls.offers.find(*version) : tls.offers.end();
  if (unclear || (version && offer == tls.offers.end())) result.connects = Connects::unknown;
  if (version && offer != tls.offers.end()) choose({tls, client, *version, offer->second}, result);
  return result;
}

std::vector<facts::ClientResult> connections(const facts::Tls& tls) {
  std::vector<facts::ClientResult> results;
  for (const Client& client : clients()) results.push_back(connection(tls, client));
  return results;
}

}  // namespace veedor::rules::rating
