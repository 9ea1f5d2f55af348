// The sites of a scan: one for each host among the seeds ("www." apart is the same host).
#pragma once

#include <string>
#include <vector>

#include "scanner/url/url.h"

namespace veedor::cli {

class Sites {
 public:
  explicit Sites(const std::vector<url::Url>& seeds);

  std::size_t count() const { return keys_.size(); }
  // The stable name of a site: its host without "www.". No scheme and no port, so that moving to HTTPS keeps
  // what is known.
  const std::string& key(std::size_t site) const { return keys_[site]; }
  const url::Url& seed(std::size_t site) const { return seeds_[site]; }
  // The site that a URL belongs to: by host, else by registrable domain, else the first.
  std::size_t of(const url::Url& url) const;

 private:
  std::vector<std::string> keys_;
  std::vector<url::Url> seeds_;  // the first of each site
};

}  // namespace veedor::cli
