// A cookie that does not say whether browsers may send it along with requests from other sites.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/cookie_jar.h"
#include "rules/support/session_cookie.h"
#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

// A key of the messages; "" where SameSite is in order.
std::string_view problem(const SetCookie& cookie) {
  switch (cookie.same_site) {
    case SameSite::missing:
      return "missing";
    case SameSite::invalid:
      return "invalid";
    case SameSite::none:
      return cookie.secure ? "" : "none-without-secure";  // RFC 6265bis §5.7 step 19: browsers discard it
    case SameSite::lax:
    case SameSite::strict:
      break;
  }
  return "";
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (const ReceivedCookie& received : received_cookies(page.response())) {
    if (received.fate != CookieFate::kept && received.fate != CookieFate::same_site_none_insecure) continue;
    const std::string_view message = problem(received.cookie);
    if (message.empty()) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    const std::string label = cookie_label(received.cookie.name);
    verdicts.push_back(
        {.outcome = Outcome::failed,
         .message = message,
         .values = {{"cookie", label}, {"value", shorten(printable(received.cookie.same_site_text), 40)}},
         .cause = std::string(message) + " " + label});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule cookie_no_samesite = define({
    .id = "headers/cookie-no-samesite",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-1275", "CWE-352"}, .owasp = {"A01:2021"}, .asvs = {"3.3.2"}},
    .check = check,
});

}  // namespace veedor::rules::headers
