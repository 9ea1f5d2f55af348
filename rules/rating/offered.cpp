#include "rules/rating/offered.h"

#include <algorithm>
#include <set>

namespace veedor::rules::rating {

std::vector<facts::TlsVersion> offered_versions(const facts::Tls& tls) {
  std::vector<facts::TlsVersion> versions;
  for (const auto& [version, answer] : tls.versions) {
    if (answer == facts::Support::offered) versions.push_back(version);
  }
  return versions;
}

std::vector<OfferedSuite> offered_suites(const facts::Tls& tls) {
  std::vector<OfferedSuite> suites;
  for (const auto& [version, offer] : tls.offers) {
    if (!offers(tls, version)) continue;
    for (const std::uint32_t code : offer.suites) {
      if (const facts::Suite* suite = facts::find_suite(code)) suites.push_back({version, suite});
    }
  }
  return suites;
}

bool suites_complete(const facts::Tls& tls) {
  return std::ranges::all_of(offered_versions(tls), [&tls](facts::TlsVersion version) {
    const auto offer = tls.offers.find(version);
    return offer != tls.offers.end() && offer->second.complete;
  });
}

std::vector<const facts::Group*> offered_groups(const facts::Tls& tls) {
  std::set<std::uint16_t> codes(tls.key_exchange.groups.begin(), tls.key_exchange.groups.end());
  codes.insert(tls.key_exchange.groups_1_3.begin(), tls.key_exchange.groups_1_3.end());
  std::vector<const facts::Group*> groups;
  for (const std::uint16_t code : codes) {
    if (const facts::Group* group = facts::find_group(code)) groups.push_back(group);
  }
  return groups;
}

std::vector<ShownChain> shown_chains(const facts::Tls& tls) {
  std::vector<ShownChain> chains;
  if (!tls.chain.empty()) chains.push_back({"", &tls.chain, tls.trust, tls.name_matches});
  for (const facts::OtherChain& other : tls.other_chains) {
    if (other.chain.empty() || (other.seen_by != "rsa" && other.seen_by != "ecdsa")) continue;
    chains.push_back({other.seen_by, &other.chain, other.trust, other.name_matches});
  }
  return chains;
}

}  // namespace veedor::rules::rating
