// The links of a page that a crawl may follow.
#pragma once

#include <vector>

#include "scanner/facts/page.h"

namespace veedor::crawl {

inline constexpr std::size_t kMaxLinks = 20'000;  // of one page

struct Link {
  url::Url url;           // http or https, without fragment
  bool nofollow = false;  // rel=nofollow, or meta robots / X-Robots-Tag nofollow
};

// <a>, <area>, <iframe>, <frame>, <link rel=next|prev|alternate> and meta refresh, resolved against <base>,
// in document order, each once. At most kMaxLinks.
std::vector<Link> links(const facts::Page& page);

}  // namespace veedor::crawl
