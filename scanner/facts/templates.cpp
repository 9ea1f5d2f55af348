// The shape of a page, and pages of like shape grouped into templates.
//
// A fault in a shared header is one fault, however many pages show it. What editors write (paragraphs, links,
// pictures, plain lists) is left out of the shape; what a template lays around it (landmarks, boxes with
// classes) is kept.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "scanner/base/hash.h"
#include "scanner/base/text.h"
#include "scanner/facts/site.h"

namespace veedor::facts {
namespace {

constexpr int kMaxDepth = 8;  // of kept elements; below it a page is content
constexpr std::size_t kMaxHashes = 512;
constexpr std::size_t kMaxCompared = 200;  // templates; a page like none of them needs an exact match
constexpr std::size_t kMaxClasses = 16;
constexpr std::size_t kMaxToken = 64;

constexpr std::array<std::string_view, 7> kLandmarks = {"aside", "footer", "form",  "header",
                                                        "main",  "nav",    "search"};
constexpr std::array<std::string_view, 8> kBoxes = {"article",  "body",     "dialog",  "div",
                                                    "fieldset", "frameset", "section", "html"};
// Kept only with a class: without one they are what an editor typed.
constexpr std::array<std::string_view, 6> kClassed = {"dl", "figure", "menu", "ol", "table", "ul"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view tag) {
  return std::find(list.begin(), list.end(), tag) != list.end();
}

bool kept(html::Element element, int depth) {
  const std::string_view tag = element.tag();
  if (is_one_of(kLandmarks, tag)) return true;
  // Within the content a bare box is an editor's, too.
  if (is_one_of(kBoxes, tag)) return depth < 3 || element.has("class") || element.has("id");
  return is_one_of(kClassed, tag) && element.has("class");
}

std::string without_digits(std::string_view token) {
  std::string letters;
  for (char c : token.substr(0, kMaxToken)) {
    if (!is_ascii_digit(c)) letters += c;
  }
  return letters;
}

std::vector<std::string> class_tokens(html::Element element) {
  std::vector<std::string> tokens;
  for (std::string_view token : split_whitespace(element.attribute_or("class", ""))) {
    if (tokens.size() == kMaxClasses) break;
    tokens.push_back(without_digits(token));
  }
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  return tokens;
}

// The hash of the tags (and landmark ids) from the root down to this element.
std::uint64_t path_hash(std::uint64_t parent, html::Element element) {
  std::uint64_t hash = fnv1a(element.tag(), fnv1a(">", parent));
  if (is_one_of(kLandmarks, element.tag())) {
    hash = fnv1a(without_digits(element.attribute_or("id", "")), fnv1a("#", hash));
  }
  return hash;
}

// The path with the element's own classes only: a class that differs on one ancestor then costs one hash, not
// a subtree. Classes of <html> and <body> name the page (page-id-12, category-news) and are left out.
std::uint32_t shape_hash(std::uint64_t path, html::Element element) {
  std::uint64_t hash = path;
  if (!element.is("body") && !element.is("html")) {
    for (const std::string& token : class_tokens(element)) hash = fnv1a(token, fnv1a(".", hash));
  }
  return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}

struct Open {
  html::Element element;
  std::uint64_t path = 0;
};

}  // namespace

Skeleton skeleton(const html::Document& document) {
  std::unordered_set<std::uint32_t> hashes;
  std::vector<Open> open;  // the elements that contain the current one; only the kept ones
  const html::Element root = document.root();
  html::Element element = root;
  while (element) {
    // What is not kept is transparent: its kept descendants hang from the nearest kept ancestor.
    const auto depth = static_cast<int>(open.size());
    bool entered = false;
    if (kept(element, depth)) {
      const std::uint64_t path = path_hash(open.empty() ? kFnvOffset : open.back().path, element);
      hashes.insert(shape_hash(path, element));
      open.push_back({element, path});
      entered = true;
    }
    const bool full = entered && depth + 1 >= kMaxDepth;
    const html::Element next = full ? element.next_in_skipping_children(root) : element.next_in(root);
    if (!next) break;
    // Leaving: drop the kept elements that do not contain `next`.
    if (full || !element.first_child()) {
      html::Element up = element;
      while (up && up != next.parent()) {
        if (!open.empty() && open.back().element == up) open.pop_back();
        up = up.parent();
      }
    }
    element = next;
  }
  Skeleton sorted(hashes.begin(), hashes.end());
  std::sort(sorted.begin(), sorted.end());
  // The smallest hashes are a fair sample of all (min-wise hashing): likeness survives the cut.
  if (sorted.size() > kMaxHashes) sorted.resize(kMaxHashes);
  return sorted;
}

namespace {

// At least three quarters of the hashes of both together are in each (Jaccard ≥ 0.75).
bool alike(const Skeleton& a, const Skeleton& b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  const std::size_t larger = std::max(a.size(), b.size());
  if (4 * smaller < 3 * larger) return false;
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++shared;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  return 4 * shared >= 3 * (a.size() + b.size() - shared);
}

std::uint64_t hash_of(const Skeleton& skeleton) {
  std::uint64_t hash = kFnvOffset;
  for (std::uint32_t value : skeleton) hash = fnv1a(hex(value, 8), hash);
  return hash;
}

class Templates {
 public:
  const std::string& id_for(const Skeleton& skeleton) {
    const std::uint64_t hash = hash_of(skeleton);
    const auto known = by_hash_.find(hash);
    if (known != by_hash_.end()) return ids_[known->second];
    const std::size_t compared = std::min(firsts_.size(), kMaxCompared);
    for (std::size_t i = 0; i < compared; ++i) {
      if (!alike(*firsts_[i], skeleton)) continue;
      by_hash_.emplace(hash, i);
      return ids_[i];
    }
    by_hash_.emplace(hash, firsts_.size());
    firsts_.push_back(&skeleton);
    ids_.push_back(unused_id(hash));
    return ids_.back();
  }

 private:
  std::string unused_id(std::uint64_t hash) {
    std::string id;
    do {
      id = "t-" + hex(hash & 0xffffffU, 6);
      hash = fnv1a(id, hash);
    } while (!used_.insert(id).second);
    return id;
  }

  std::vector<const Skeleton*> firsts_;  // the first member of each template; owned by the pages
  std::vector<std::string> ids_;
  std::unordered_map<std::uint64_t, std::size_t> by_hash_;
  std::unordered_set<std::string> used_;
};

}  // namespace

void assign_templates(std::vector<PageSummary>& pages) {
  std::vector<PageSummary*> order;
  for (PageSummary& page : pages) {
    page.template_id.clear();
    if (page.outcome == Outcome::read) order.push_back(&page);
  }
  std::sort(order.begin(), order.end(), [](const PageSummary* a, const PageSummary* b) {
    if (a->url != b->url) return a->url < b->url;
    if (a->final_url != b->final_url) return a->final_url < b->final_url;
    return a->skeleton < b->skeleton;
  });
  Templates templates;
  for (PageSummary* page : order) page->template_id = templates.id_for(page->skeleton);
}

}  // namespace veedor::facts
