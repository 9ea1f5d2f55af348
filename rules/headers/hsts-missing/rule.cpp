// Strict-Transport-Security is absent from a page served over HTTPS, or says nothing that a browser would
// obey.
#include "rules/rule.h"

#include <string>

#include "rules/support/hsts.h"
#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

Verdicts check(const facts::Page& page) {
  if (!page.https()) return {};                                  // RFC 6797 §7.2: ignored over plain HTTP
  const auto policy = page.header("strict-transport-security");  // §8.1: only the first field counts
  if (!policy) return {{Outcome::failed, "missing"}};
  const auto hsts = parse_hsts(*policy);
  if (!hsts) {
    const std::string value = shorten(printable(*policy), 120);
    return {{.outcome = Outcome::failed, .message = "invalid", .values = {{"value", value}}}};
  }
  if (hsts->max_age == 0) return {{Outcome::failed, "switched-off"}};
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule hsts_missing = define({
    .id = "headers/hsts-missing",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-319", "CWE-523"},
                   .owasp = {"A05:2021"},
                   .asvs = {"3.4.1"},
                   .rfc = {"RFC 6797 §7.1", "RFC 6797 §8.1"}},
    .check = check,
});

}  // namespace veedor::rules::headers
