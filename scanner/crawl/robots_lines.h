// The lines of a robots.txt: what each one says, before anybody asks to whom (RFC 9309 §2.2).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace veedor::crawl {

enum class RobotsKey : std::uint8_t { user_agent, allow, disallow, sitemap, crawl_delay, unknown };

struct RobotsLine {
  unsigned number = 0;  // counts from 1
  RobotsKey key = RobotsKey::unknown;
  std::string_view value;  // trimmed, without comment; may be empty
};

// Every "key: value" of `body`, in order; the views live as long as `body`. Lines end with LF, CR or CRLF. A
// byte order mark is skipped, also one that was cut short. Two words without a colon count as key and value,
// as the reference parser reads them.
std::vector<RobotsLine> robots_lines(std::string_view body);

// RFC 9309 §2.2.1: the leading letters, "_" and "-" of a User-Agent line's value: "FooBot" of "FooBot/2.1".
std::string_view product_token(std::string_view value);

}  // namespace veedor::crawl
