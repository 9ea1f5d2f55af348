// The cookies that a browser has from a page once it is loaded, those of the redirects on the way included.
#pragma once

#include <cstdint>
#include <vector>

#include "rules/support/set_cookie.h"
#include "scanner/facts/response.h"

namespace veedor::rules {

// Why a browser discards a cookie (RFC 6265bis §5.7).
enum class CookieFate : std::uint8_t {
  kept,
  broken_prefix,            // __Host- or __Secure- without what the prefix promises
  same_site_none_insecure,  // SameSite=None without Secure
  secure_over_http,         // Secure in an answer that was not encrypted
  foreign_domain            // Domain names another site or a public suffix
};

struct ReceivedCookie {
  SetCookie cookie;  // views into the response
  CookieFate fate = CookieFate::kept;
  bool over_http = false;  // the answer that set it was not encrypted
};

// In the order received. A cookie that a later answer replaces or deletes is not there, nor are those of
// redirects through another site. The views live as long as `response`.
std::vector<ReceivedCookie> received_cookies(const facts::Response& response);

}  // namespace veedor::rules
