#include "scanner/tls/rating/caps.h"

namespace veedor::tls {

using facts::Exposure;
using facts::GradeReason;
using facts::Support;
using facts::TlsVersion;
using facts::Vulnerability;

namespace {

struct Attack {
  Vulnerability vulnerability;
  const char* code;
};

// The guide gives F for each; Opossum is younger than it is, and is of plain HTTP.
constexpr Attack kAttacks[] = {
    {Vulnerability::heartbleed, "heartbleed"},
    {Vulnerability::ccs_injection, "ccs_injection"},
    {Vulnerability::robot, "robot"},
    {Vulnerability::ticketbleed, "ticketbleed"},
    {Vulnerability::poodle_tls, "poodle_tls"},
    {Vulnerability::insecure_renegotiation, "insecure_renegotiation"},
};

}  // namespace

void cap_by_attacks(const facts::Tls& tls, std::vector<GradeReason>& reasons) {
  for (const Attack& attack : kAttacks) {
    const auto found = tls.vulnerabilities.find(attack.vulnerability);
    if (found != tls.vulnerabilities.end() && found->second.exposure == Exposure::vulnerable)
      reasons.push_back({attack.code, "F", found->second.detail});
  }
  if (tls.features.compression == Support::offered) reasons.push_back({"compression_offered", "C", {}});
  if (tls.features.secure_renegotiation == Support::refused)
    reasons.push_back({"secure_renegotiation_missing", "A-", {}});
}

}  // namespace veedor::tls
