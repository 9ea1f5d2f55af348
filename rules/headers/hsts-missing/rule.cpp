// Strict-Transport-Security is absent from a page served over HTTPS, or says nothing that a browser would
// obey.
#include "rules/rule.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

// A directive's value without the quotes that a quoted-string may have (RFC 6797 §6.1).
std::string_view unquoted(std::string_view value) {
  if (value.size() >= 2 && value.starts_with('"') && value.ends_with('"'))
    return value.substr(1, value.size() - 2);
  return value;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The digits of max-age; nothing when it is missing, repeated or no number: a browser then ignores the whole
// field (§6.1).
std::optional<std::string_view> max_age(std::string_view policy) {
  std::optional<std::string_view> found;
  for (std::string_view directive : split(policy, ';')) {
    const std::size_t equals = std::min(directive.find('='), directive.size());
    if (!ascii_iequals(trim(directive.substr(0, equals)), "max-age")) continue;
    if (found) return std::nullopt;
    found = unquoted(trim(directive.substr(std::min(equals + 1, directive.size()))));
    if (!is_number(*found)) return std::nullopt;
  }
  return found;
}

Verdicts check(const facts::Page& page) {
  if (!page.https()) return {};                                  // RFC 6797 §7.2: ignored over plain HTTP
  const auto policy = page.header("strict-transport-security");  // §8.1: only the first field counts
  if (!policy) return {{Outcome::failed, "missing"}};
  const auto age = max_age(*policy);
  const std::string value = shorten(printable(*policy), 120);
  if (!age) return {{.outcome = Outcome::failed, .message = "invalid", .values = {{"value", value}}}};
  if (age->find_first_not_of('0') == std::string_view::npos) return {{Outcome::failed, "switched-off"}};
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
