// Strict-Transport-Security is in force, but for so short a time that visitors fall out of it between two
// visits.
#include "rules/rule.h"

#include <cstdint>
#include <string>

#include "rules/support/hsts.h"

namespace veedor::rules::headers {
namespace {

constexpr std::uint64_t kDay = 86'400;
constexpr std::uint64_t kHalfYear = 180 * kDay;
constexpr std::uint64_t kYear = 365 * kDay;  // ASVS 5.0 3.4.1

Verdicts check(const facts::Page& page) {
  if (!page.https()) return {};                                 // RFC 6797 §7.2: ignored over plain HTTP
  const auto field = page.header("strict-transport-security");  // §8.1: only the first field counts
  const auto hsts = field ? parse_hsts(*field) : std::nullopt;
  if (!hsts || hsts->max_age == 0) return {};  // hsts-missing says so
  if (hsts->max_age >= kYear) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = hsts->max_age < kDay        ? "under-a-day"
                      : hsts->max_age < kHalfYear ? "under-half-a-year"
                                                  : "under-a-year",
           .values = {{"seconds", std::to_string(hsts->max_age)},
                      {"days", std::to_string(hsts->max_age / kDay)}}}};
}

}  // namespace

extern constexpr Rule hsts_short = define({
    .id = "headers/hsts-short",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references =
        {.cwe = {"CWE-319", "CWE-523"}, .owasp = {"A05:2021"}, .asvs = {"3.4.1"}, .rfc = {"RFC 6797 §6.1.1"}},
    .check = check,
});

}  // namespace veedor::rules::headers
