#include "rules/support/same_resource.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

using facts::LinkedPage;
using facts::Resource;

constexpr std::size_t kFewWords = 60;     // a page of which every number counts
constexpr std::size_t kAlmostEmpty = 20;  // words: with scripts, the page is made by them
constexpr double kLittleInCommon = 0.6;   // of the words of the shorter page
constexpr double kHalf = 0.5;
constexpr std::size_t kOwnBlocks = 2;

template <class Hashes>
std::size_t shared_by(const Hashes& a, const Hashes& b) {
  std::size_t count = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left < *right) {
      ++left;
    } else if (*right < *left) {
      ++right;
    } else {
      ++count, ++left, ++right;
    }
  }
  return count;
}

bool is_almost_empty(const LinkedPage& page) { return page.has_script && page.words.size() < kAlmostEmpty; }

bool is_empty(const LinkedPage& page) {
  return page.text_hash == 0 && !page.has_script && !page.has_embedded;
}

// Both have numbers that the other one lacks: two telephone numbers, two dates.
bool have_own_numbers(const LinkedPage& a, const LinkedPage& b) {
  const std::size_t shared = shared_by(a.numbers, b.numbers);
  return shared < a.numbers.size() && shared < b.numbers.size();
}

bool have_own_blocks(const LinkedPage& a, const LinkedPage& b) {
  const std::size_t shared = shared_by(a.blocks, b.blocks);
  return a.blocks.size() >= shared + kOwnBlocks && b.blocks.size() >= shared + kOwnBlocks;
}

std::string folded(std::string_view text) { return ascii_lower(collapse_whitespace(text)); }

Sameness compare_content(const LinkedPage& a, const LinkedPage& b) {
  if (is_empty(a) != is_empty(b) && !is_almost_empty(a) && !is_almost_empty(b)) return Sameness::different;
  const std::size_t shorter = std::min(a.words.size(), b.words.size());
  if (shorter == 0 || is_almost_empty(a) || is_almost_empty(b)) return Sameness::unclear;
  const double in_common = static_cast<double>(shared_by(a.words, b.words)) / static_cast<double>(shorter);
  const bool few_words = std::max(a.words.size(), b.words.size()) <= kFewWords;
  const bool both_have_main = a.main_hash != 0 && b.main_hash != 0;
  const bool other_title = !a.title.empty() && !b.title.empty() && folded(a.title) != folded(b.title);
  const bool other_heading = a.heading_hash != 0 && b.heading_hash != 0 && a.heading_hash != b.heading_hash;
  if (few_words && both_have_main && have_own_numbers(a, b)) return Sameness::different;
  // Short pages that tell the same number in other words.
  if (few_words && shared_by(a.numbers, b.numbers) > 0) return Sameness::unclear;
  if (other_title && in_common < kLittleInCommon) return Sameness::different;
  if (both_have_main && in_common < kHalf) return Sameness::different;
  if (other_title && other_heading && have_own_blocks(a, b)) return Sameness::different;
  return Sameness::unclear;
}

std::map<std::string_view, std::string_view> parameters(std::string_view query) {
  constexpr std::size_t kMax = 20;
  std::map<std::string_view, std::string_view> found;
  for (std::string_view pair : split(query.substr(0, 1000), '&')) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || found.size() >= kMax) continue;
    found.emplace(pair.substr(0, equals), pair.substr(equals + 1));
  }
  return found;
}

bool has_hidden_part(const LinkedPage& page, std::string_view name, std::string_view value) {
  const std::string joined = std::string(name) + std::string(value);
  return std::ranges::binary_search(page.hidden, joined) ||
         std::ranges::binary_search(page.hidden, std::string(value));
}

// The same markup at two addresses that differ in their query. A script may read it; where each value names a
// hidden part of the page, it chooses which of them is shown.
Sameness compare_queries(const LinkedPage& page, const url::Url& a, const url::Url& b) {
  if (!page.reads_query || a.query() == b.query()) return Sameness::same;
  const auto first = parameters(a.query());
  const auto second = parameters(b.query());
  for (const auto& [name, value] : first) {
    const auto other = second.find(name);
    if (other == second.end() || other->second == value) continue;
    if (has_hidden_part(page, name, value) && has_hidden_part(page, name, other->second))
      return Sameness::different;
  }
  return Sameness::unclear;
}

std::string_view destination(const Resource& resource) {
  return resource.page && !resource.page->moved_to.empty() ? resource.page->moved_to : resource.final_url;
}

}  // namespace

Sameness compare(const facts::Page& page, std::string_view reference, std::string_view other) {
  if (reference == other) return Sameness::same;
  const Result<url::Url> first = page.resolve(reference);
  const Result<url::Url> second = page.resolve(other);
  if (!first || !second) return Sameness::unclear;
  if (first->without_fragment() == second->without_fragment()) return Sameness::same;
  const Resource* const a = page.resource(reference);
  const Resource* const b = page.resource(other);
  if (a == nullptr || b == nullptr || !a->success() || !b->success()) return Sameness::unclear;
  if (destination(*a) == destination(*b)) return Sameness::same;
  const bool moves = destination(*a) != a->final_url || destination(*b) != b->final_url;
  if (moves || a->media_type != b->media_type) return Sameness::unclear;
  if (a->bytes_hash == b->bytes_hash) {
    if (!a->page) return a->whole && b->whole ? Sameness::same : Sameness::unclear;
    return compare_queries(*a->page, *first, *second);
  }
  if (!a->page || !b->page) {
    const bool documents = !a->page && !b->page && a->media_type.starts_with("application/");
    return documents ? Sameness::different : Sameness::unclear;
  }
  if (a->page->text_hash == b->page->text_hash && a->page->text_hash != 0) return Sameness::same;
  if (a->page->main_hash == b->page->main_hash && a->page->main_hash != 0) return Sameness::same;
  const bool known = a->whole && b->whole && a->page->complete && b->page->complete;
  return known ? compare_content(*a->page, *b->page) : Sameness::unclear;
}

}  // namespace veedor::rules
