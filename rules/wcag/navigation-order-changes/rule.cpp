// A navigation that repeats from page to page with its links in another order.
#include "rules/rule.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rules/support/content.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kFewest = 3;       // links that make a navigation whose order one remembers
constexpr std::size_t kFewestPages = 3;  // with the same order before another one is odd
constexpr std::size_t kMaxPages = 50'000;

using Order = std::vector<std::string_view>;  // URLs

// Bars with the same links: which orders there are, and on which pages.
struct Family {
  std::map<Order, std::set<std::size_t>> orders;
};

// Links that are in the navigation of nearly all pages that have one: the others, to the next page and the
// like, come and go.
std::set<std::string_view> common_links(const facts::SiteSummary& site) {
  std::map<std::string_view, std::size_t> pages_with;
  std::size_t pages = 0;
  for (const facts::PageSummary& page : site.pages) {
    if (!page.navigation || page.navigation->links.empty()) continue;
    ++pages;
    std::set<std::string_view> seen;
    for (const facts::NavigationLink& link : page.navigation->links) {
      if (seen.insert(link.url).second) ++pages_with[link.url];
    }
  }
  std::set<std::string_view> common;
  for (const auto& [url, count] : pages_with) {
    if (count >= kFewestPages && 5 * count >= 4 * pages) common.insert(url);
  }
  return common;
}

std::map<Order, Family> families(const facts::SiteSummary& site) {
  const std::set<std::string_view> common = common_links(site);
  std::map<Order, Family> out;
  for (std::size_t i = 0; i < std::min(kMaxPages, site.pages.size()); ++i) {
    if (!site.pages[i].navigation) continue;
    std::map<int, Order> bars;
    for (const facts::NavigationLink& link : site.pages[i].navigation->links) {
      // Where the page itself is named, in a trail or beside the next page, tells nothing of the order.
      if (common.contains(link.url) && link.url != site.pages[i].final_url)
        bars[link.bar].push_back(link.url);
    }
    for (const auto& [bar, order] : bars) {
      if (order.size() < kFewest) continue;
      Order sorted = order;
      std::ranges::sort(sorted);
      out[sorted].orders[order].insert(i);
    }
  }
  return out;
}

std::string_view name_of(const facts::PageSummary& page, std::string_view url) {
  for (const facts::NavigationLink& link : page.navigation->links) {
    if (link.url == url) return link.name.empty() ? std::string_view(link.url) : link.name;
  }
  return url;
}

// The two that stand side by side on the page, the other way round than in the usual order.
Values out_of_order(const Order& usual, const Order& here, const facts::PageSummary& page) {
  for (std::size_t i = 0; i + 1 < here.size(); ++i) {
    const auto first = std::ranges::find(usual, here[i]);
    const auto second = std::ranges::find(usual, here[i + 1]);
    if (second < first)
      return {{"second", shown(name_of(page, here[i]))}, {"first", shown(name_of(page, here[i + 1]))}};
  }
  return {{"second", ""}, {"first", ""}};
}

void judge(const facts::SiteSummary& site, const Family& family, Verdicts& verdicts) {
  const auto usual =
      std::ranges::max_element(family.orders, {}, [](const auto& entry) { return entry.second.size(); });
  if (usual->second.size() < kFewestPages) return;
  verdicts.push_back({Outcome::passed});
  for (const auto& [order, pages] : family.orders) {
    if (order == usual->first) continue;
    // On a page with both it is another bar: the same links again in the footer, say.
    const bool another_bar =
        std::ranges::any_of(pages, [&](std::size_t page) { return usual->second.contains(page); });
    if (another_bar) continue;
    for (std::size_t page : pages) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "other-order",
                          .values = out_of_order(usual->first, order, site.pages[page]),
                          .cause = "order",
                          .url = site.pages[page].final_url});
    }
  }
}

Verdicts check(const facts::SiteSummary& site) {
  Verdicts verdicts;
  for (const auto& [links, family] : families(site)) judge(site, family, verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule navigation_order_changes = define({
    .id = "wcag/navigation-order-changes",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"3.2.3"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
