// What the rating reads again and again out of the facts of one service.
#pragma once

#include <string_view>
#include <vector>

#include "rules/support/tls_service.h"
#include "scanner/facts/tls/suite.h"
#include "scanner/facts/tls/tls.h"

namespace veedor::rules::rating {

inline bool offers(const facts::Tls& tls, facts::TlsVersion version) {
  return support_of(tls, version) == facts::Support::offered;
}
// In ascending order.
std::vector<facts::TlsVersion> offered_versions(const facts::Tls& tls);

struct OfferedSuite {
  facts::TlsVersion version = facts::TlsVersion::ssl2;
  const facts::Suite* suite = nullptr;  // lives as long as the program
};
// Of the versions that are offered; codes that are in no registry are left out.
std::vector<OfferedSuite> offered_suites(const facts::Tls& tls);
// False where a version's suites were not asked, or an unclear answer ended the search.
bool suites_complete(const facts::Tls& tls);

// The distinct groups of all versions, in ascending order.
std::vector<const facts::Group*> offered_groups(const facts::Tls& tls);

// A chain that a client which names the host can be shown. Views into the facts.
struct ShownChain {
  std::string_view seen_by;  // "" for the first, then "rsa", "ecdsa"
  const std::vector<facts::Certificate>* chain = nullptr;
  facts::Trust trust = facts::Trust::not_tested;
  bool name_matches = false;
};
// Chains without a certificate are left out, and so is what is shown without a server name.
std::vector<ShownChain> shown_chains(const facts::Tls& tls);

}  // namespace veedor::rules::rating
