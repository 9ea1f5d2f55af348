// Sitemaps (sitemaps.org protocol 0.9): XML, index, text and gzip, with bounds on bytes, entries and nesting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"

namespace veedor::crawl {

inline constexpr std::size_t kMaxSitemapBytes = 50U << 20;  // uncompressed, as the protocol says
inline constexpr std::size_t kMaxSitemapEntries = 50'000;

struct Sitemap {
  std::vector<std::string> pages;     // <url><loc>, as written, white space trimmed
  std::vector<std::string> sitemaps;  // <sitemap><loc> of an index
  bool truncated = false;             // a bound was reached
};

// `body` may be gzip. An error for what is no sitemap.
Result<Sitemap> parse_sitemap(std::string_view body);

}  // namespace veedor::crawl
