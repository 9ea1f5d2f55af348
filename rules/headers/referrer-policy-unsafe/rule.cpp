// The page tells browsers to send its whole address to the other sites that it links to or loads from.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/support/header_list.h"
#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

// Referrer Policy §3. The empty string is a policy too: "as the browser thinks best".
std::string_view known_policy(std::string_view token) {
  constexpr std::array<std::string_view, 8> kPolicies = {"no-referrer",
                                                         "no-referrer-when-downgrade",
                                                         "same-origin",
                                                         "origin",
                                                         "strict-origin",
                                                         "origin-when-cross-origin",
                                                         "strict-origin-when-cross-origin",
                                                         "unsafe-url"};
  const auto found =
      std::ranges::find_if(kPolicies, [&](std::string_view p) { return ascii_iequals(p, token); });
  return found == kPolicies.end() ? std::string_view{} : *found;
}

// HTML Standard §4.2.5.1, <meta name="referrer">: old words for the same.
std::string_view meta_policy(std::string_view content) {
  content = trim(content);
  if (ascii_iequals(content, "never")) return "no-referrer";
  if (ascii_iequals(content, "default")) return "strict-origin-when-cross-origin";
  if (ascii_iequals(content, "always")) return "unsafe-url";
  if (ascii_iequals(content, "origin-when-crossorigin")) return "origin-when-cross-origin";
  return known_policy(content);
}

struct Effective {
  std::string_view policy;  // "" where the browser's default stands
  html::Element meta;
};

// The last word that is known counts: first of the header, then of each <meta> (Referrer Policy §8.1).
Effective effective_policy(const facts::Page& page) {
  Effective effective;
  for (std::string_view token : list_values(page.response().headers, "referrer-policy")) {
    if (const std::string_view policy = known_policy(token); !policy.empty()) effective.policy = policy;
  }
  for (html::Element meta : page.document().all("meta")) {
    if (!ascii_iequals(meta.attribute_or("name", ""), "referrer")) continue;
    const std::string_view policy = meta_policy(meta.attribute_or("content", ""));
    if (!policy.empty()) effective = {.policy = policy, .meta = meta};
  }
  return effective;
}

Verdicts check(const facts::Page& page) {
  const auto [policy, meta] = effective_policy(page);
  if (policy.empty()) return {};  // browsers take strict-origin-when-cross-origin, which is safe
  const bool unsafe = policy == "unsafe-url";
  if (!unsafe && policy != "no-referrer-when-downgrade") return {{Outcome::passed}};
  const std::string_view message = unsafe ? "unsafe-url" : "full-address";
  return {{.outcome = Outcome::failed, .message = message, .element = meta, .cause = std::string(message)}};
}

}  // namespace

extern constexpr Rule referrer_policy_unsafe = define({
    .id = "headers/referrer-policy-unsafe",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-200", "CWE-598"}, .owasp = {"A01:2021"}, .asvs = {"3.4.5"}},
    .check = check,
});

}  // namespace veedor::rules::headers
