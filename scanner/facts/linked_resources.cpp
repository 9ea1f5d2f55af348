#include "scanner/facts/linked_resources.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/facts/link_reference.h"
#include "scanner/facts/links.h"
#include "scanner/facts/page.h"

namespace veedor::facts {
namespace {

// Of each kind on one page.
constexpr std::size_t kMaxMedia = 8;
constexpr std::size_t kMaxSources = 2;  // of one player: a browser takes the first that it can play
constexpr std::size_t kMaxFrames = 8;
constexpr std::size_t kMaxObjects = 8;
constexpr std::size_t kMaxNeighbours = 2;
constexpr std::size_t kMaxNames = 5;    // that several links have
constexpr std::size_t kMaxTargets = 3;  // of one name
constexpr std::size_t kMaxUrl = 2048;

class List {
 public:
  explicit List(const Page& page) : page_(page) {}

  // Does it count, whether it was wanted before or not?
  bool add(std::string_view reference, ResourceNeed need, bool link = false) {
    reference = trim(reference);
    if (reference.empty() || reference.size() > kMaxUrl) return false;
    const Result<url::Url> url = page_.resolve(reference);
    if (!url || !url->http_or_https()) return false;
    url::Url plain = url->without_fragment();
    if (wanted_.size() >= kMaxResourcesOfPage) return false;
    if (seen_.insert(plain.href()).second) wanted_.push_back({std::move(plain), need, link});
    return true;
  }
  const Page& page() const { return page_; }
  std::vector<WantedResource> wanted() && { return std::move(wanted_); }

 private:
  const Page& page_;
  std::vector<WantedResource> wanted_;
  std::unordered_set<std::string> seen_;
};

void add_player(html::Element player, List& list) {
  constexpr int kMaxChildren = 20;
  std::size_t sources = 0;
  if (player.has("src")) {
    list.add(player.attribute_or("src", ""), ResourceNeed::beginning);
    sources = kMaxSources;  // <source> does not count beside it
  }
  int children = 0;
  for (html::Element child = player.first_child(); child && children < kMaxChildren;
       child = child.next_sibling(), ++children) {
    if (child.is("track")) list.add(child.attribute_or("src", ""), ResourceNeed::beginning);
    if (child.is("source") && sources < kMaxSources &&
        list.add(child.attribute_or("src", ""), ResourceNeed::beginning))
      ++sources;
  }
}

enum class Start : std::uint8_t { by_itself, by_hand };

void add_media(Start start, List& list) {
  for (std::string_view tag : {"audio", "video"}) {
    std::size_t players = 0;
    for (html::Element player : list.page().document().all(tag)) {
      const bool starts = player.has("autoplay") && !player.has("muted");
      if (starts != (start == Start::by_itself)) continue;
      if (++players > kMaxMedia) break;
      add_player(player, list);
    }
  }
}

bool is_out_of_tab_order(html::Element frame) {
  return trim(frame.attribute_or("tabindex", "")).starts_with('-');
}

std::string frame_name(html::Element frame) {
  const std::string_view label = frame.attribute_or("aria-label", frame.attribute_or("title", ""));
  return ascii_lower(collapse_whitespace(label.substr(0, 200)));
}

void add_frames(List& list) {
  const html::Document& document = list.page().document();
  constexpr std::size_t kMaxCompared = 200;
  std::unordered_map<std::string, int> names;
  const auto frames = document.all("iframe");
  const auto some = frames.first(std::min(frames.size(), kMaxCompared));
  for (html::Element frame : some) ++names[frame_name(frame)];
  std::size_t added = 0;
  for (html::Element frame : some) {
    const std::string name = frame_name(frame);
    const bool shares_name = (!name.empty() && names[name] > 1) || frame.has("aria-labelledby");
    if (added >= kMaxFrames || frame.has("srcdoc") || !(shares_name || is_out_of_tab_order(frame))) continue;
    if (list.add(frame.attribute_or("src", ""), ResourceNeed::document)) ++added;
  }
}

void add_objects(List& list) {
  std::size_t added = 0;
  for (html::Element object : list.page().document().all("object")) {
    if (added >= kMaxObjects) break;
    if (list.add(object.attribute_or("data", ""), ResourceNeed::beginning)) ++added;
  }
}

bool is_same_host(const url::Url& url, const Page& page) {
  return url.http_or_https() && url.host() == page.url().host() &&
         url.effective_port() == page.url().effective_port();
}

// The first links of the page to others of its host: what stands there as well is what pages repeat.
void add_neighbours(List& list) {
  constexpr std::size_t kMaxLooked = 200;
  std::size_t seen = 0;
  std::vector<std::string> paths{std::string(list.page().url().path())};
  for (html::Element link : list.page().document().with_attribute("href")) {
    if (paths.size() > kMaxNeighbours || ++seen > kMaxLooked) return;
    if (!link.is("a") && !link.is("area")) continue;
    const std::string_view reference = link_reference(link);
    if (reference.empty() || reference.size() > kMaxUrl) continue;
    const Result<url::Url> url = list.page().resolve(reference);
    if (!url || !is_same_host(*url, list.page())) continue;
    if (std::ranges::find(paths, url->path()) != paths.end()) continue;
    if (list.add(reference, ResourceNeed::document, true)) paths.emplace_back(url->path());
  }
}

void add_targets(const LinksOfOneName& links, List& list) {
  std::vector<std::string> urls;
  std::vector<std::string_view> references;
  for (const WrittenLink& link : links) {
    if (urls.size() >= kMaxTargets) break;
    if (link.reference.size() > kMaxUrl) continue;
    if (std::ranges::find(references, link.reference) != references.end()) continue;
    const Result<url::Url> url = list.page().resolve(link.reference);
    if (!url || !is_same_host(*url, list.page())) continue;
    std::string href = url->without_fragment().href();
    if (std::ranges::find(urls, href) != urls.end()) continue;
    urls.push_back(std::move(href));
    references.push_back(link.reference);
  }
  if (urls.size() < 2) return;
  for (std::string_view reference : references) list.add(reference, ResourceNeed::document, true);
}

void add_links_of_one_name(List& list) {
  std::size_t names = 0;
  for (const LinksOfOneName& links : list.page().links_of_one_name()) {
    if (++names > kMaxNames) return;
    add_targets(links, list);
  }
}

}  // namespace

std::vector<WantedResource> linked_resources(const Page& page) {
  List list(page);
  add_media(Start::by_itself, list);
  add_frames(list);
  add_objects(list);
  add_neighbours(list);
  add_links_of_one_name(list);
  add_media(Start::by_hand, list);
  return std::move(list).wanted();
}

}  // namespace veedor::facts
