// A session's cookie that any script of the page can read, because it lacks HttpOnly.
#include "rules/rule.h"

#include <string>

#include "rules/support/cookie_jar.h"
#include "rules/support/session_cookie.h"

namespace veedor::rules::headers {
namespace {

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (const ReceivedCookie& received : received_cookies(page.response())) {
    if (received.fate != CookieFate::kept || !is_session_cookie(received.cookie)) continue;
    if (received.cookie.http_only) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    const std::string label = cookie_label(received.cookie.name);
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "missing",
                        .values = {{"cookie", label}},
                        .cause = "cookie " + label});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule cookie_not_httponly = define({
    .id = "headers/cookie-not-httponly",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,  // that it is a session's cookie is told by its name and value
    .references =
        {.cwe = {"CWE-1004"}, .owasp = {"A05:2021"}, .asvs = {"3.3.4"}, .rfc = {"RFC 6265 §4.1.2.6"}},
    .check = check,
});

}  // namespace veedor::rules::headers
