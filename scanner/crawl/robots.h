// robots.txt as RFC 9309 reads it.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace veedor::crawl {

inline constexpr std::size_t kMaxRobotsBytes = 500U << 10;  // RFC 9309 §2.5
inline constexpr std::string_view kProductToken =
    "veedor";  // the name that robots.txt and X-Robots-Tag call us by

class Robots {
 public:
  // Rules of the groups for `product_token` ("veedor"), or of "*" where there are none (§2.2.1). Reads at
  // most kMaxRobotsBytes.
  static Robots parse(std::string_view body, std::string_view product_token);
  static Robots allow_all();     // 4xx: unavailable (§2.3.1.3)
  static Robots disallow_all();  // 5xx and network failure: unreachable (§2.3.1.4)

  // May this path be fetched? `path_and_query` as in a request line; /robots.txt itself always may.
  bool allows(std::string_view path_and_query) const;
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }  // as written
  std::optional<std::chrono::milliseconds> crawl_delay() const {
    return crawl_delay_;
  }  // not in the RFC, widely used

 private:
  struct Rule {
    std::string pattern;  // percent-encoding normalised
    bool allow = false;
    std::size_t octets = 0;  // how specific it is (§2.2.2)
  };
  std::vector<Rule> rules_;  // the most specific first, "allow" before "disallow"
  std::vector<std::string> sitemaps_;
  std::optional<std::chrono::milliseconds> crawl_delay_;
};

}  // namespace veedor::crawl
