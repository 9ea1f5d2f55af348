// Hosts and patterns that bound a scan.
#include "scanner/crawl/scope.h"

#include <algorithm>

#include <re2/re2.h>

#include "scanner/base/text.h"

namespace veedor::crawl {
namespace {

using Patterns = std::vector<std::unique_ptr<RE2>>;

constexpr std::int64_t kPatternMemory = 4 << 20;

// "www.X" and "X" are one host, as is the name with its final dot.
std::string canonical_host(std::string_view host) {
  std::string lower = ascii_lower(host);
  if (lower.ends_with('.')) lower.pop_back();
  constexpr std::string_view kWww = "www.";
  const bool more_than_a_suffix = lower.find('.', kWww.size()) != std::string::npos;
  if (lower.starts_with(kWww) && more_than_a_suffix) lower.erase(0, kWww.size());
  return lower;
}

// The root of "example.org", "Example.org:8080", "::1" or a whole URL.
Result<url::Url> read_host(const std::string& written) {
  std::string address = written;
  if (written.find("://") == std::string::npos) {
    const bool bare_ipv6 = std::count(written.begin(), written.end(), ':') > 1 && !written.starts_with('[');
    address = "http://" + (bare_ipv6 ? '[' + written + ']' : written) + '/';
  }
  Result<url::Url> url = url::Url::parse(trim(address));
  if (!url || !url->http_or_https() || url->host().empty())
    return Error{"\"" + printable(written) + "\" is no host name"};
  return url;
}

Result<Patterns> compile(const std::vector<std::string>& sources) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_never_capture(true);
  options.set_max_mem(kPatternMemory);
  Patterns patterns;
  for (const std::string& source : sources) {
    auto pattern = std::make_unique<RE2>(source, options);
    if (!pattern->ok())
      return Error{"the pattern \"" + printable(source) + "\" is wrong: " + pattern->error()};
    patterns.push_back(std::move(pattern));
  }
  return patterns;
}

bool any_found(const Patterns& patterns, const std::string& text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const auto& pattern) { return RE2::PartialMatch(text, *pattern); });
}

}  // namespace

struct Scope::Impl {
  std::set<std::string> seeds;    // without fragment
  std::set<std::string> hosts;    // canonical
  std::set<std::string> domains;  // registrable; empty for Reach::host
  std::set<std::uint16_t> ports{80, 443};
  Patterns include;
  Patterns exclude;
};

Scope::Scope(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Scope::Scope(Scope&&) noexcept = default;
Scope& Scope::operator=(Scope&&) noexcept = default;
Scope::~Scope() = default;

Result<Scope> Scope::create(const std::vector<url::Url>& seeds, const ScopeOptions& options) {
  auto impl = std::make_unique<Impl>();
  for (const url::Url& seed : seeds) {
    impl->seeds.insert(seed.without_fragment().href());
    impl->hosts.insert(canonical_host(seed.host()));
    impl->ports.insert(seed.effective_port());
  }
  impl->ports.insert(options.ports.begin(), options.ports.end());
  for (const std::string& written : options.hosts) {
    const Result<url::Url> host = read_host(written);
    if (!host) return host.error();
    impl->hosts.insert(canonical_host(host->host()));
    impl->ports.insert(host->effective_port());
  }
  if (options.reach == Reach::domain) {
    for (const std::string& host : impl->hosts) impl->domains.insert(url::registrable_domain(host));
  }
  auto include = compile(options.include);
  if (!include) return include.error();
  auto exclude = compile(options.exclude);
  if (!exclude) return exclude.error();
  impl->include = *std::move(include);
  impl->exclude = *std::move(exclude);
  return Scope(std::move(impl));
}

bool Scope::has_host(const url::Url& url) const {
  const std::string host = canonical_host(url.host());
  if (host.empty() || !impl_->ports.contains(url.effective_port())) return false;
  if (impl_->hosts.contains(host)) return true;
  // The registrable domain, not the ending alone: the seed "gob.ec" does not bring in every site under that
  // suffix.
  return !impl_->domains.empty() && impl_->domains.contains(url::registrable_domain(host));
}

std::set<std::string, std::less<>> Scope::named_hosts() const {
  std::set<std::string, std::less<>> named;
  for (const std::string& host : impl_->hosts) {
    named.insert(host);
    named.insert("www." + host);
  }
  return named;
}

bool Scope::contains(const url::Url& url) const {
  if (!url.http_or_https() || !has_host(url)) return false;
  const std::string href = url.without_fragment().href();
  if (impl_->seeds.contains(href)) return true;
  if (!impl_->include.empty() && !any_found(impl_->include, href)) return false;
  return !any_found(impl_->exclude, href);
}

}  // namespace veedor::crawl
