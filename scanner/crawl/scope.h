// Which URLs belong to the scan.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/url/url.h"

namespace veedor::crawl {

enum class Reach : std::uint8_t {
  host,
  domain
};  // the seeds' hosts, or everything under their registrable domains

struct ScopeOptions {
  Reach reach = Reach::host;
  std::vector<std::string> hosts;    // further hosts (--scope HOST), also as HOST:PORT or a URL
  std::vector<std::uint16_t> ports;  // beside 80, 443 and those of the seeds
  std::vector<std::string> include;  // RE2 patterns found in the URL; empty: everything
  std::vector<std::string> exclude;  // RE2 patterns; they win
};

class Scope {
 public:
  // The seeds are always in scope. An error names the pattern that RE2 refuses.
  static Result<Scope> create(const std::vector<url::Url>& seeds, const ScopeOptions& options);
  Scope(Scope&&) noexcept;
  Scope& operator=(Scope&&) noexcept;
  ~Scope();

  // http or https, on a host of the scan ("www." apart is the same host) and a port of it, and wanted by
  // include and exclude.
  bool contains(const url::Url& url) const;
  // The host and the port alone. A page must not lead the scan to any port of a host that it likes.
  bool has_host(const url::Url& url) const;
  // The hosts that the user named, with and without "www.": "example.org", "www.example.org".
  std::set<std::string, std::less<>> named_hosts() const;

 private:
  struct Impl;
  explicit Scope(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace veedor::crawl
