// TLS 1.3 is offered without a key exchange that withstands quantum computers.
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
using facts::Support;
using facts::TlsVersion;

// Of before the standard (FIPS 203): browsers took them out again in 2024.
bool is_draft(const Group& group) { return group.name.find("Kyber") != std::string_view::npos; }

Verdicts check(const facts::Host& host) {
  const facts::KeyExchangeFacts& exchange = host.tls.key_exchange;
  // Only TLS 1.3 can have one: without it, tls13-missing speaks.
  if (!speaks_tls(host.tls) || support_of(host.tls, TlsVersion::tls1_3) != Support::offered) return {};
  bool draft = false;
  std::vector<std::string_view> names;
  for (const std::uint16_t code : exchange.groups_1_3) {
    const Group* group = facts::find_group(code);
    if (group == nullptr) continue;
    names.push_back(group->name);
    if (group->kind != GroupKind::post_quantum) continue;
    if (!is_draft(*group)) return {{Outcome::passed}};
    draft = true;
  }
  // An unclear end of the search is for suite-search-incomplete to say.
  if (names.empty() || !exchange.groups_1_3_complete) return {};
  return {{.outcome = Outcome::failed,
           .message = draft ? "draft" : "missing",
           .values = {{"host", host.name}, {"groups", list_names(names)}}}};
}

}  // namespace

extern constexpr Rule group_post_quantum_missing = define({
    .id = "tls/group-post-quantum-missing",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327"}, .owasp = {"A02:2021"}, .rfc = {"RFC 8446 §4.2.7"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
