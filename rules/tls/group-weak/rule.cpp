// Curves are offered that are too small or were withdrawn.
#include "rules/rule.h"

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/support/tls_service.h"
#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

using facts::Group;
using facts::GroupKind;

constexpr int kMinBits = 224;  // RFC 9325 §4.5: 112 bits of security

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  const facts::KeyExchangeFacts& exchange = host.tls.key_exchange;
  std::vector<std::uint16_t> codes = exchange.groups;
  codes.insert(codes.end(), exchange.groups_1_3.begin(), exchange.groups_1_3.end());
  std::vector<std::string_view> small;
  std::vector<std::string_view> withdrawn;
  for (const std::uint16_t code : codes) {
    const Group* group = facts::find_group(code);
    if (group == nullptr || group->kind != GroupKind::elliptic) continue;
    if (group->bits < kMinBits)
      small.push_back(group->name);
    else if (group->name.starts_with("sect"))  // over binary fields: RFC 8422 §5.1.1
      withdrawn.push_back(group->name);
  }
  if (!small.empty() || !withdrawn.empty()) {
    return {{.outcome = Outcome::failed,
             .message = small.empty() ? "withdrawn" : "small",
             .values = {{"host", host.name}, {"groups", list_names(small.empty() ? withdrawn : small)}}}};
  }
  // An unclear end of the search is for suite-search-incomplete to say.
  const bool complete = (exchange.groups.empty() || exchange.groups_complete) &&
                        (exchange.groups_1_3.empty() || exchange.groups_1_3_complete);
  if (codes.empty() || !complete) return {};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule group_weak = define({
    .id = "tls/group-weak",
    .severity = Severity::minor,  // a client has to want such a curve, and browsers never do
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-326"},
                   .owasp = {"A02:2021"},
                   .asvs = {"11.6.2"},
                   .rfc = {"RFC 8422 §5.1.1", "RFC 9325 §4.5"}},
    .check = check,
});

}  // namespace veedor::rules::tls
