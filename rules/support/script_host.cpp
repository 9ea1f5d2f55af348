#include "rules/support/script_host.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

// Of the operator that bought polyfill.io in 2024 and changed the scripts that it delivered, and of its other
// services.
constexpr std::array<std::string_view, 12> kDomains = {
    "polyfill.io",    "polyfill.com",   "polyfill.site", "polyfillcache.com", "bootcdn.net", "bootcss.com",
    "staticfile.net", "staticfile.org", "unionadjs.com", "xhsbpza.com",       "macoms.la",   "newcrbpc.com"};

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

}  // namespace

bool is_compromised(std::string_view host) {
  return std::ranges::any_of(kDomains, [&](std::string_view domain) {
    if (!host.ends_with(domain)) return false;
    return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
  });
}

bool is_delivery_network(std::string_view host) {
  return contains(kPackageHosts, host) || contains(kOtherHosts, host);
}

std::optional<std::string> moving_version(const url::Url& url) {
  if (contains(kPackageHosts, url.host())) return moving_package(url);
  return contains(kOtherHosts, url.host()) ? moving_folder(url) : std::nullopt;
}

}  // namespace veedor::rules
