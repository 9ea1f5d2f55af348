#include "cli/pipeline/sites.h"

#include <algorithm>

namespace veedor::cli {
namespace {

std::string site_key(std::string_view host) {
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

}  // namespace

Sites::Sites(const std::vector<url::Url>& seeds) {
  for (const url::Url& seed : seeds) {
    std::string key = site_key(seed.host());
    if (std::ranges::find(keys_, key) != keys_.end()) continue;
    keys_.push_back(std::move(key));
    seeds_.push_back(seed);
  }
}

std::size_t Sites::of(const url::Url& url) const {
  if (auto same = std::ranges::find(keys_, site_key(url.host())); same != keys_.end())
    return static_cast<std::size_t>(same - keys_.begin());
  const std::string domain = url::registrable_domain(url.host());
  for (std::size_t i = 0; i < seeds_.size(); ++i) {
    if (url::registrable_domain(seeds_[i].host()) == domain) return i;
  }
  return 0;
}

}  // namespace veedor::cli
