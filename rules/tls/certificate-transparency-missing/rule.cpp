// A certificate of a public authority comes with fewer log promises (SCTs) than browsers ask for.
#include "rules/rule.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

// Chrome and Apple have asked for them since the summer of 2018; nothing older is valid any more.
constexpr sys_days kSince = year{2018} / 4 / 30;
constexpr days kShortLife{180};

// Both policies: by lifetime where they are in the certificate, two where they come with the handshake.
std::size_t needed_in(const facts::Certificate& certificate) {
  return certificate.not_after - certificate.not_before > kShortLife ? 3 : 2;
}
constexpr std::uint32_t kNeededInHandshake = 2;

// Two promises of one log count as one.
std::size_t logs_of(const facts::Certificate& certificate) {
  std::set<std::string_view> logs;
  for (const facts::Sct& sct : certificate.scts) logs.insert(sct.log_id);
  return logs.size();
}

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  if (certificate == nullptr || !publicly_trusted(host) || certificate->not_before < kSince) return {};
  if (certificate->precertificate) return {};  // certificate-precertificate says so
  const std::size_t needed = needed_in(*certificate);
  const std::size_t found = logs_of(*certificate);
  const std::uint32_t in_handshake = host.tls.features.scts_in_handshake;
  if (found >= needed || in_handshake >= kNeededInHandshake) return {{Outcome::passed}};
  const Values values = {{"host", host.name},
                         {"found", std::to_string(std::max<std::size_t>(found, in_handshake))},
                         {"needed", std::to_string(needed)}};
  // RFC 6962 §3.3: a stapled OCSP answer may hold promises, too, and is not read for them.
  if (host.tls.staple.state != facts::StapleState::none)
    return {{.outcome = Outcome::cant_tell, .message = "perhaps-stapled", .values = values}};
  const bool none = found == 0 && in_handshake == 0;
  return {{.outcome = Outcome::failed, .message = none ? "none" : "few", .values = values}};
}

}  // namespace

extern constexpr Rule certificate_transparency_missing = define({
    .id = "tls/certificate-transparency-missing",
    .severity = Severity::serious,
    .confidence = Confidence::medium,  // a large authority of one's own may look like a public one
    .references = {.cwe = {"CWE-295"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.2.2"},
                   .rfc = {"RFC 6962 §3.3", "RFC 9162 §6"}},
    .check = check,
});

}  // namespace veedor::rules::tls
