// A cookie of an HTTPS site that browsers also send over plain HTTP, because it lacks Secure.
#include "rules/rule.h"

#include <string>

#include "rules/support/cookie_jar.h"
#include "rules/support/session_cookie.h"

namespace veedor::rules::headers {
namespace {

std::string_view problem(const ReceivedCookie& received) {
  if (received.fate == CookieFate::broken_prefix) return "prefix-broken";
  return is_session_cookie(received.cookie) ? "session" : "missing";
}

Verdicts check(const facts::Page& page) {
  if (!page.https()) return {};  // Secure has no effect there (RFC 6265bis §5.7 step 12)
  Verdicts verdicts;
  for (const ReceivedCookie& received : received_cookies(page.response())) {
    const bool broken = received.fate == CookieFate::broken_prefix;
    if (received.fate == CookieFate::foreign_domain || received.fate == CookieFate::secure_over_http)
      continue;
    if (received.cookie.secure && !broken) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    const std::string label = cookie_label(received.cookie.name);
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = problem(received),
                        .values = {{"cookie", label}},
                        .cause = (broken ? "prefix " : "cookie ") + label});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule cookie_not_secure = define({
    .id = "headers/cookie-not-secure",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-614"},
                   .owasp = {"A05:2021"},
                   .asvs = {"3.3.1"},
                   .rfc = {"RFC 6265 §4.1.2.5", "RFC 6265 §8.3"}},
    .check = check,
});

}  // namespace veedor::rules::headers
