// What is visited next, and what is refused and why.
#include "scanner/crawl/frontier.h"

#include <algorithm>

#include "scanner/base/hash.h"
#include "scanner/base/text.h"

namespace veedor::crawl {
namespace {

// Refused URLs are counted once each as long as their hashes fit here; a site that invents more is counted
// roughly.
constexpr std::size_t kMaxRefusedRemembered = 200'000;

bool is_session_or_campaign(std::string_view parameter) {
  constexpr std::string_view kNames[] = {
      "jsessionid", "phpsessid", "sid",   "sessionid", "session_id", "cfid",   "cftoken", "fbclid", "gclid",
      "dclid",      "msclkid",   "yclid", "igshid",    "mc_cid",     "mc_eid", "_ga",     "_gl"};
  const std::string name = ascii_lower(parameter.substr(0, parameter.find('=')));
  return name.starts_with("utm_") || name.starts_with("aspsessionid") ||
         std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

// Servlets write the session into the path: "/form;jsessionid=1A2B?x=1".
std::string without_path_session(std::string_view address) {
  constexpr std::string_view kMark = ";jsessionid=";
  std::string out;
  while (!address.empty()) {
    const auto semicolon = address.find(';');
    out += address.substr(0, semicolon);
    if (semicolon == std::string_view::npos) break;
    address.remove_prefix(semicolon);
    if (ascii_iequals(address.substr(0, kMark.size()), kMark)) {
      const auto end = address.find_first_of(";/", 1);
      address = end == std::string_view::npos ? std::string_view{} : address.substr(end);
    } else {
      out += ';';
      address.remove_prefix(1);
    }
  }
  return out;
}

std::string without_session_parameters(std::string_view query) {
  std::string out;
  bool first = true;
  for (std::string_view parameter : split(query, '&')) {
    if (is_session_or_campaign(parameter)) continue;
    if (!first) out += '&';
    out += parameter;
    first = false;
  }
  return out;
}

// "/a/b" has two segments; a final slash makes no further one.
std::vector<std::string_view> segments(std::string_view path) {
  if (path.starts_with('/')) path.remove_prefix(1);
  if (path.ends_with('/')) path.remove_suffix(1);
  return path.empty() ? std::vector<std::string_view>{} : split(path, '/');
}

int most_repeated(std::vector<std::string_view> parts) {
  std::sort(parts.begin(), parts.end());
  int most = 0;
  int run = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    run = i > 0 && parts[i] == parts[i - 1] ? run + 1 : 1;
    most = std::max(most, run);
  }
  return most;
}

std::optional<Refusal> path_refusal(const url::Url& url, const Limits& limits) {
  const auto parts = segments(url.path());
  if (parts.size() > static_cast<std::size_t>(limits.max_path_depth)) return Refusal::path_too_deep;
  if (most_repeated(parts) > limits.max_repeated_segment) return Refusal::repeated_segment;
  return std::nullopt;
}

}  // namespace

std::string_view name(Refusal refusal) {
  switch (refusal) {
    case Refusal::known:
      return "known";
    case Refusal::too_deep:
      return "too_deep";
    case Refusal::too_long:
      return "too_long";
    case Refusal::path_too_deep:
      return "path_too_deep";
    case Refusal::repeated_segment:
      return "repeated_segment";
    case Refusal::too_many_queries:
      return "too_many_queries";
    case Refusal::over_page_limit:
      return "over_page_limit";
  }
  return "";
}

url::Url normalise(const url::Url& url) {
  url::Url plain = url.without_fragment();
  if (!plain.http_or_https()) return plain;
  // The serialisation has no "?" before its query (URL Standard §4.5), and no ";" before its path.
  const std::string_view href = plain.href();
  const auto mark = href.find('?');
  std::string address = without_path_session(href.substr(0, mark));
  if (mark != std::string_view::npos) {
    const std::string query = without_session_parameters(href.substr(mark + 1));
    if (!query.empty()) address += '?' + query;
  }
  if (address == href) return plain;
  auto cleaned = url::Url::parse(address);
  return cleaned ? *std::move(cleaned) : plain;
}

std::optional<Refusal> Frontier::refusal_of(const url::Url& url, int depth) const {
  if (known_.contains(url.href())) return Refusal::known;
  if (limits_.max_depth >= 0 && depth > limits_.max_depth) return Refusal::too_deep;
  if (auto refusal = path_refusal(url, limits_)) return refusal;
  if (url.has_query()) {
    const auto variants = queries_.find(query_key(url));
    if (variants != queries_.end() && variants->second >= limits_.max_query_variants)
      return Refusal::too_many_queries;
  }
  if (handed_out_ + static_cast<int>(level_.size()) >= limits_.max_pages) return Refusal::over_page_limit;
  return std::nullopt;
}

std::string Frontier::query_key(const url::Url& url) { return url.href().substr(0, url.href().find('?')); }

std::optional<Refusal> Frontier::add(const url::Url& url, int depth) {
  if (url.href().size() > kLongestLookedAt) return refuse(url.href(), Refusal::too_long);
  url::Url normal = normalise(url);
  if (normal.href().size() > static_cast<std::size_t>(limits_.max_url_length)) {
    return refuse(normal.href(), Refusal::too_long);
  }
  if (const auto refusal = refusal_of(normal, depth)) return refuse(normal.href(), *refusal);

  known_.insert(normal.href());
  if (normal.has_query()) ++queries_[query_key(normal)];
  level_.push_back({.url = std::move(normal), .depth = depth});
  return std::nullopt;
}

Refusal Frontier::refuse(const std::string& href, Refusal reason) {
  if (reason == Refusal::known) return reason;
  const bool room = refused_.size() < kMaxRefusedRemembered;
  const std::uint64_t hash = fnv1a(href);
  const bool fresh = room ? refused_.insert(hash).second : !refused_.contains(hash);
  if (fresh) ++refusals_[reason];
  return reason;
}

std::vector<Entry> Frontier::next_level() {
  std::vector<Entry> level;
  level.swap(level_);
  handed_out_ += static_cast<int>(level.size());
  return level;
}

bool Frontier::mark_known(const url::Url& url) { return known_.insert(normalise(url).href()).second; }

}  // namespace veedor::crawl
