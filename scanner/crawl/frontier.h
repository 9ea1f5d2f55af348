// The URLs to visit: each once, level by level, within limits, and safe from traps.
//
// Deterministic: what is handed out depends on what was added and in which order, never on timing. The caller
// adds the links of one level in the order of its pages before it takes the next level.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "scanner/url/url.h"

namespace veedor::crawl {

struct Limits {
  int max_pages = 1000;
  int max_depth = -1;            // links away from a seed; 0: just the seeds; -1: no limit
  int max_path_depth = 20;       // segments
  int max_repeated_segment = 3;  // the same segment in one path
  int max_query_variants = 50;   // different queries of one path
  int max_url_length = 2048;
};

// Why a URL was not taken.
enum class Refusal : std::uint8_t {
  known,
  too_deep,
  too_long,
  path_too_deep,
  repeated_segment,
  too_many_queries,
  over_page_limit
};
std::string_view name(Refusal refusal);

struct Entry {
  url::Url url;  // normalised: no fragment, no session or tracking parameters
  int depth = 0;
};

class Frontier {
 public:
  explicit Frontier(Limits limits) : limits_(limits) {}

  // Nothing when the URL was taken; else why not.
  std::optional<Refusal> add(const url::Url& url, int depth);
  // The entries of the next level, in the order added; empty at the end. The page limit counts what was
  // handed out.
  std::vector<Entry> next_level();
  // A URL reached by a redirect: it will not be handed out again. False when it was known already.
  bool mark_known(const url::Url& url);

  int handed_out() const { return handed_out_; }
  // How many URLs each limit kept out, each counted once; `known` is not counted.
  const std::map<Refusal, int>& refusals() const { return refusals_; }

 private:
  // Links of this length are not even parsed again.
  static constexpr std::size_t kLongestLookedAt = 1U << 16;

  std::optional<Refusal> refusal_of(const url::Url& url, int depth) const;
  Refusal refuse(const std::string& href, Refusal reason);
  static std::string query_key(const url::Url& url);

  Limits limits_;
  int handed_out_ = 0;
  std::unordered_set<std::string> known_;
  std::unordered_map<std::string, int> queries_;  // accepted ones, by URL without query
  std::unordered_set<std::uint64_t> refused_;     // hashes of what was refused, so that it is counted once
  std::vector<Entry> level_;
  std::map<Refusal, int> refusals_;
};

// Without fragment, and without the parameters that only name a session or a campaign (jsessionid, PHPSESSID,
// sid, utm_*, …).
url::Url normalise(const url::Url& url);

}  // namespace veedor::crawl
