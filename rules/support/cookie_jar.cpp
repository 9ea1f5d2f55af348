// The cookies that a browser has from a page once it is loaded, those of the redirects on the way included.
#include "rules/support/cookie_jar.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string_view>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxCookies =
    180;  // what browsers keep of one site; Set-Cookie fields beyond are not read

// The server's clock. Without a Date, only what was over before this program existed counts as past.
Time date_of(const facts::Headers& headers) {
  const auto date = parse_cookie_date(headers.find("date").value_or(""));
  return date.value_or(Time{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}});
}

// RFC 6265bis §5.1.3 and §5.7 steps 8 to 10.
bool belongs_to(std::string_view domain, const url::Url& from) {
  if (domain.empty()) return true;
  const std::string_view host = from.host();
  if (ascii_iequals(domain, host)) return true;
  if (from.host_kind() != url::HostKind::domain || host.size() <= domain.size()) return false;
  const bool parent = host[host.size() - domain.size() - 1] == '.' &&
                      ascii_iequals(host.substr(host.size() - domain.size()), domain);
  return parent && domain.size() >= url::registrable_domain(host).size();
}

CookieFate fate_of(const SetCookie& cookie, const url::Url& from) {
  if (!belongs_to(cookie.domain, from)) return CookieFate::foreign_domain;
  if (!keeps_prefix_promise(cookie)) return CookieFate::broken_prefix;
  if (cookie.secure && !from.https()) return CookieFate::secure_over_http;
  if (cookie.same_site == SameSite::none && !cookie.secure) return CookieFate::same_site_none_insecure;
  return CookieFate::kept;
}

bool same_cookie(const SetCookie& a, const SetCookie& b) {
  return a.name == b.name && a.path == b.path && ascii_iequals(a.domain, b.domain);
}

void receive(const facts::Headers& headers, const url::Url& from, std::vector<ReceivedCookie>& cookies) {
  const auto fields = headers.all("set-cookie");
  if (fields.empty()) return;
  const Time now = date_of(headers);
  for (std::size_t i = 0; i < std::min(fields.size(), kMaxCookies); ++i) {
    const auto cookie = parse_set_cookie(fields[i]);
    if (!cookie) continue;
    std::erase_if(cookies, [&](const ReceivedCookie& other) { return same_cookie(other.cookie, *cookie); });
    if (is_deletion(*cookie, now)) continue;
    cookies.push_back({.cookie = *cookie, .fate = fate_of(*cookie, from), .over_http = !from.https()});
  }
}

bool same_site(const url::Url& a, const url::Url& b) {
  return a.host() == b.host() || url::registrable_domain(a.host()) == url::registrable_domain(b.host());
}

}  // namespace

std::vector<ReceivedCookie> received_cookies(const facts::Response& response) {
  std::vector<ReceivedCookie> cookies;
  for (const facts::Hop& hop : response.redirects) {
    if (same_site(hop.url, response.final_url)) receive(hop.headers, hop.url, cookies);
  }
  receive(response.headers, response.final_url, cookies);
  return cookies;
}

}  // namespace veedor::rules
