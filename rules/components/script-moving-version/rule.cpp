// A script from a delivery network without an exact version: what runs tomorrow is not what was checked
// today.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "scanner/base/text.h"

namespace veedor::rules::components {
namespace {

// Networks that hand out packages of npm under PACKAGE@VERSION, where a missing or partial version means the
// newest that fits.
constexpr std::array<std::string_view, 6> kPackageHosts = {
    "cdn.jsdelivr.net", "unpkg.com", "esm.sh", "esm.run", "cdn.skypack.dev", "fastly.jsdelivr.net"};
constexpr std::array<std::string_view, 4> kOtherHosts = {"ajax.googleapis.com", "cdnjs.cloudflare.com",
                                                         "code.jquery.com", "cdn.mathjax.org"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& hosts, std::string_view host) {
  return std::ranges::find(hosts, host) != hosts.end();
}

// "3.4.1" and "3.4.1-beta"; "3", "3.4", "^3.4.1" and "latest" move.
bool is_exact(std::string_view version) {
  if (version.starts_with('v')) version.remove_prefix(1);
  if (version.empty() || !is_ascii_digit(version.front())) return false;
  const std::string_view numbers = version.substr(0, std::min(version.find_first_of("-+"), version.size()));
  if (numbers.find_first_not_of("0123456789.") != std::string_view::npos) return false;
  return std::ranges::count(numbers, '.') >= 2;
}

// The package that a path of a package host asks for: "vue", "@angular/core@9.1.13", "twbs/bootstrap@5".
std::string_view specifier(std::string_view path) {
  path.remove_prefix(std::min<std::size_t>(1, path.size()));
  bool two_parts = false;
  for (std::string_view prefix : {"npm/", "gh/", "-/"}) {
    if (!path.starts_with(prefix)) continue;
    path.remove_prefix(prefix.size());
    two_parts = prefix == "gh/";
  }
  std::size_t end = path.find('/');
  if (end != std::string_view::npos && (two_parts || path.starts_with('@'))) end = path.find('/', end + 1);
  return path.substr(0, end);
}

// What the URL asks for instead of a version; nothing where it is exact or no package is named.
std::optional<std::string> moving_package(const url::Url& url) {
  if (url.path().starts_with("/combine/"))
    return std::nullopt;  // several at once: their versions are not read here
  const std::string_view package = specifier(url.path());
  const std::size_t at = package.find('@', 1);
  if (package.empty() || (at != std::string_view::npos && is_exact(package.substr(at + 1))))
    return std::nullopt;
  return std::string(package);
}

// "/ajax/libs/jquery/3/jquery.min.js", "/jquery-latest.js", "/mathjax/latest/…".
std::optional<std::string> moving_folder(const url::Url& url) {
  const auto parts = split(url.path(), '/');
  if (parts.size() > 5 && parts[1] == "ajax" && parts[2] == "libs" && !is_exact(parts[4]) &&
      parts[4].find_first_not_of("0123456789.") == std::string_view::npos)
    return std::string(parts[3]) + "/" + std::string(parts[4]);
  for (std::string_view part : parts) {
    if (part == "latest" || part.ends_with("-latest") || part.find("-latest.") != std::string_view::npos)
      return std::string(part);
  }
  return std::nullopt;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (html::Element script : page.document().all("script")) {
    const auto source = script.attribute("src");
    if (!source) continue;
    const Result<url::Url> url = page.resolve(trim(*source));
    if (!url) continue;
    const bool packages = contains(kPackageHosts, url->host());
    if (!packages && !contains(kOtherHosts, url->host())) continue;
    const auto moving = packages ? moving_package(*url) : moving_folder(*url);
    // Subresource Integrity §3.3: a browser refuses a file that is not the one that was checked
    const bool pinned = !trim(script.attribute_or("integrity", "")).empty();
    if (!moving || pinned) {
      verdicts.push_back({.outcome = Outcome::passed, .element = script});
    } else {
      verdicts.push_back(
          {.outcome = Outcome::failed,
           .message = "moving",
           .element = script,
           .values = {{"package", shorten(printable(*moving), 80)}, {"host", std::string(url->host())}},
           .cause = "moving " + *moving});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule script_moving_version = define({
    .id = "components/script-moving-version",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-829", "CWE-494"}, .owasp = {"A08:2021"}, .asvs = {"3.6.1"}},
    .check = check,
});

}  // namespace veedor::rules::components
