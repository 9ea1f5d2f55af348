// One Set-Cookie field as browsers read it (RFC 6265bis §5.6).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "scanner/base/time.h"

namespace veedor::rules {

enum class SameSite : std::uint8_t { missing, invalid, none, lax, strict };

// Views into the field.
struct SetCookie {
  std::string_view name;
  std::string_view value;
  bool secure = false;
  bool http_only = false;
  SameSite same_site = SameSite::missing;
  std::string_view same_site_text;
  std::string_view domain;               // without its leading dot; empty: this host only
  std::string_view path;                 // empty: the folder of the URL
  std::optional<bool> max_age_positive;  // of Max-Age, which beats Expires
  std::optional<Time> expires;
};

// Nothing where browsers ignore the field, or where the cookie has no name.
std::optional<SetCookie> parse_set_cookie(std::string_view field);

// §5.1.1, the forgiving dates of cookies: "Thu, 01-Jan-1970 00:00:01 GMT".
std::optional<Time> parse_cookie_date(std::string_view text);

// Max-Age=0 or an Expires in the past: the field deletes a cookie. `now` is the answer's Date.
bool is_deletion(const SetCookie& cookie, Time now);

// "__Secure-" and "__Host-", without regard to case; "" for other names.
std::string_view cookie_prefix(std::string_view name);
// §4.1.3: what the name's prefix promises is so.
bool keeps_prefix_promise(const SetCookie& cookie);

}  // namespace veedor::rules
