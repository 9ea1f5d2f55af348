// A trusted certificate is valid for longer than the CA/Browser Forum allowed on the day when it began.
#include "rules/rule.h"

#include <array>
#include <chrono>

#include "rules/support/tls_service.h"
#include "scanner/base/time.h"

namespace veedor::rules::tls {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

struct Limit {
  sys_days since;
  int days;
};

// Baseline Requirements §6.3.2, newest first.
constexpr std::array kLimits = {
    Limit{year{2029} / 3 / 15, 47}, Limit{year{2027} / 3 / 15, 100}, Limit{year{2026} / 3 / 15, 200},
    Limit{year{2020} / 9 / 1, 398}, Limit{year{2018} / 3 / 1, 825},
};

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  // An authority of one's own need not keep to the limit; one that nobody trusts has greater worries.
  if (certificate == nullptr || !publicly_trusted(host)) return {};
  // The period includes its last second, and any part of a day counts as a day.
  const std::chrono::seconds period =
      certificate->not_after - certificate->not_before + std::chrono::seconds(1);
  for (const Limit& limit : kLimits) {
    if (certificate->not_before < limit.since) continue;
    if (period <= days(limit.days)) return {{Outcome::passed}};
    return {{.outcome = Outcome::failed,
             .message = "long",
             .values = {{"host", host.name},
                        {"days", std::to_string(std::chrono::ceil<days>(period).count())},
                        {"limit", std::to_string(limit.days)},
                        {"date", iso_date(limit.since)}}}};
  }
  return {};
}

}  // namespace

extern constexpr Rule certificate_lifetime_long = define({
    .id = "tls/certificate-lifetime-long",
    .severity = Severity::minor,
    .confidence = Confidence::medium,  // a large authority of one's own may look like a public one
    .references = {.cwe = {"CWE-324"}, .owasp = {"A02:2021"}, .asvs = {"12.2.2"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
