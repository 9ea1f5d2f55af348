// The addresses of the name do not all answer alike.
#include "rules/rule.h"

#include <algorithm>
#include <string_view>

#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

Verdicts check(const facts::Host& host) {
  if (!speaks_tls(host.tls) || host.tls.other_addresses.empty()) return {};
  Verdicts verdicts;
  for (const facts::AddressFacts& other : host.tls.other_addresses) {
    const auto failed = [&](std::string_view message) {
      verdicts.push_back(
          {.outcome = Outcome::failed,
           .message = message,
           .values = {{"host", host.name}, {"address", other.address}, {"first", host.tls.address}}});
    };
    const auto differs = [&other](std::string_view what) {
      return std::ranges::find(other.differences, what) != other.differences.end();
    };
    if (other.outcome != facts::Outcome::read)
      failed("unreachable");
    else if (differs("versions"))
      failed("versions");
    else if (differs("certificate"))
      failed("certificate");
    else
      verdicts.push_back({Outcome::passed});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule addresses_differ = define({
    .id = "tls/addresses-differ",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.cwe = {"CWE-1188"}, .owasp = {"A05:2021"}},
    .check = check,
});

}  // namespace veedor::rules::tls
