#include "cli/pipeline/sitemaps.h"

#include <set>
#include <utility>

#include "cli/pipeline/fetcher.h"
#include "scanner/crawl/sitemap.h"

namespace veedor::cli {
namespace {

constexpr std::size_t kMaxFiles = 50;
constexpr int kMaxLevels = 3;
constexpr std::size_t kMaxBytes = 10U << 20;

class Reader {
 public:
  Reader(const RobotsGate& robots, const crawl::Scope& scope) : robots_(robots), scope_(scope) {}

  void want(std::string_view address) {
    Result<url::Url> url = url::Url::parse(address);
    if (!url || !url->http_or_https() || !scope_.has_host(*url) || robots_.refuses(*url)) return;
    if (seen_.size() >= kMaxFiles) {
      found_.truncated = found_.truncated || !seen_.contains(url->href());
    } else if (seen_.insert(url->href()).second) {
      next_.push_back(*std::move(url));
    }
  }

  void read_level(net::Client& client, const std::atomic<bool>& stop) {
    for (facts::Response& response : fetch_all(client, std::exchange(next_, {}), kMaxBytes, stop)) {
      const Result<crawl::Sitemap> sitemap = response.success()
                                                 ? crawl::parse_sitemap(response.body)
                                                 : Result<crawl::Sitemap>(Error{response.detail});
      if (sitemap) {
        take(*sitemap);
      } else if (!guessed_) {
        found_.truncated = true;  // somebody named it, and it could not be read
      }
    }
  }

  // From now on what fails was only guessed to be there.
  void guess() { guessed_ = true; }

  SitemapPages found() && {
    found_.truncated = found_.truncated || !next_.empty();
    return std::move(found_);
  }

 private:
  void take(const crawl::Sitemap& sitemap) {
    found_.truncated = found_.truncated || sitemap.truncated;
    for (const std::string& address : sitemap.sitemaps) want(address);
    for (const std::string& address : sitemap.pages) {
      if (found_.pages.size() >= crawl::kMaxSitemapEntries) {
        found_.truncated = true;
        return;
      }
      if (Result<url::Url> url = url::Url::parse(address); url && scope_.contains(*url))
        found_.pages.push_back(*std::move(url));
    }
  }

  const RobotsGate& robots_;
  const crawl::Scope& scope_;
  std::set<std::string> seen_;
  std::vector<url::Url> next_;
  bool guessed_ = false;
  SitemapPages found_;
};

}  // namespace

SitemapPages read_sitemaps(const std::vector<url::Url>& seeds, const RobotsGate& robots,
                           const crawl::Scope& scope, net::Client& client, const std::atomic<bool>& stop) {
  Reader reader(robots, scope);
  for (const std::string& address : robots.sitemaps()) reader.want(address);
  if (robots.sitemaps().empty()) {
    reader.guess();
    for (const url::Url& seed : seeds) reader.want(seed.origin() + "/sitemap.xml");
  }
  for (int level = 0; level < kMaxLevels && !stop; ++level) reader.read_level(client, stop);
  return std::move(reader).found();
}

}  // namespace veedor::cli
