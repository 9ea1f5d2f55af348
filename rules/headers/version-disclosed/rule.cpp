// A header that tells which version of a product the server runs.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

// Headers whose purpose is to name a product. Via and the like carry a protocol's version.
constexpr std::array<std::string_view, 16> kHeaders = {"server",           "x-powered-by",
                                                       "x-aspnet-version", "x-aspnetmvc-version",
                                                       "x-generator",      "x-powered-cms",
                                                       "x-server",         "x-backend-server",
                                                       "x-owa-version",    "x-mod-pagespeed",
                                                       "x-page-speed",     "x-jenkins",
                                                       "liferay-portal",   "microsoftsharepointteamservices",
                                                       "x-php-version",    "x-litespeed-version"};

bool is_version_start(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (before == 'v' || before == 'V') return at == 1 || !is_ascii_alnum(text[at - 2]);
  return before == '/' || before == ' ' || before == '-' || before == '_' || before == '(' || before == ',';
}

// "2.4.57" of "Apache/2.4.57 (Debian)"; "" where no number with a point stands alone: "IIS", "Drupal 10",
// "web01.example.org". Where `may_be_address`, a lone IPv4 address is none either.
std::string_view version_in(std::string_view text, bool may_be_address) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_ascii_digit(text[i]) || !is_version_start(text, i)) continue;
    const std::size_t end = std::min(text.find_first_not_of("0123456789.", i), text.size());
    const std::string_view number = text.substr(i, end - i);
    const std::size_t point = number.find('.');
    const bool in_name = end < text.size() && text[end] == '-' && number.ends_with('.');
    const bool address = end - i == text.size() && std::ranges::count(number, '.') == 3 && may_be_address;
    if (point != std::string_view::npos && point + 1 < number.size() && !in_name && !address) return number;
    i = end;
  }
  return {};
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (const facts::Header& field : page.response().headers.fields()) {
    if (std::ranges::find(kHeaders, field.name) == kHeaders.end()) continue;
    // "10.0.0.3" is a machine in Server, but a version in X-AspNet-Version.
    if (version_in(field.value, field.name.find("server") != std::string::npos).empty()) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "version",
                        .values = {{"header", field.name}, {"value", shorten(printable(field.value), 100)}},
                        .cause = field.name});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule version_disclosed = define({
    .id = "headers/version-disclosed",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-497", "CWE-200"},
                   .owasp = {"A05:2021"},
                   .asvs = {"13.4.6"},
                   .rfc = {"RFC 9110 §10.2.4"}},
    .check = check,
});

}  // namespace veedor::rules::headers
