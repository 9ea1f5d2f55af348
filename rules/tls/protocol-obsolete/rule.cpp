// The server still takes part in SSL 3.0, TLS 1.0 or TLS 1.1. Of SSL 2.0, protocol-ssl2 speaks, and of
// SSL 3.0 with suites in CBC mode, protocol-poodle: both are worse.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>

#include "rules/support/tls_service.h"
#include "rules/support/tls_suites.h"

namespace veedor::rules::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

constexpr std::array kObsolete = {TlsVersion::ssl3, TlsVersion::tls1_0, TlsVersion::tls1_1};

void append_name(std::string& names, TlsVersion version) {
  names.append(names.empty() ? "" : ", ").append(facts::name(version));
}

bool is_poodle(const facts::Tls& tls) {
  return std::ranges::any_of(suites_of(tls, TlsVersion::ssl3),
                             [](const SuiteUse& use) { return use.suite->mode == facts::Mode::cbc; });
}

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls)) return {};
  const bool poodle = is_poodle(host.tls);
  // Nothing more is to be said here, but this is no pass either.
  const bool said_elsewhere = poodle || support_of(host.tls, TlsVersion::ssl2) == Support::offered;
  std::string offered;
  std::string open;
  for (const TlsVersion version : kObsolete) {
    if (version == TlsVersion::ssl3 && poodle) continue;
    const Support support = support_of(host.tls, version);
    if (support == Support::offered) append_name(offered, version);
    if (support == Support::inconclusive || support == Support::not_tested) append_name(open, version);
  }
  if (!offered.empty()) {
    const bool ssl3 = !poodle && support_of(host.tls, TlsVersion::ssl3) == Support::offered;
    return {{.outcome = Outcome::failed,
             .message = ssl3 ? "ssl3" : "offered",
             .values = {{"host", host.name}, {"versions", offered}}}};
  }
  if (open.empty()) return said_elsewhere ? Verdicts{} : Verdicts{{Outcome::passed}};
  return {{.outcome = Outcome::cant_tell,
           .message = "inconclusive",
           .values = {{"host", host.name}, {"versions", open}}}};
}

}  // namespace

extern constexpr Rule protocol_obsolete = define({
    .id = "tls/protocol-obsolete",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.1.1"},
                   .rfc = {"RFC 8996", "RFC 7568", "RFC 9325 §3.1.1"}},
    .check = check,
});

}  // namespace veedor::rules::tls
