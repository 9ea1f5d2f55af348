// Several pages with the same title: tabs, bookmarks and search results do not tell them apart.
#include "rules/rule.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// The same content under several addresses is one page.
bool is_same_page(const facts::PageSummary& a, const facts::PageSummary& b) {
  return a.content_hash == b.content_hash || (!a.canonical.empty() && a.canonical == b.canonical);
}

Verdicts check(const facts::SiteSummary& site) {
  std::map<std::string, std::vector<const facts::PageSummary*>> by_title;
  std::set<std::string_view> addresses;
  for (const facts::PageSummary& page : site.pages) {
    const bool counts = page.outcome == facts::Outcome::read && page.status < 400 && !page.title.empty();
    if (counts && addresses.insert(page.final_url).second) by_title[ascii_lower(page.title)].push_back(&page);
  }
  Verdicts verdicts;
  if (addresses.size() < 2) return verdicts;
  for (const auto& [title, pages] : by_title) {
    std::vector<const facts::PageSummary*> different;
    for (const facts::PageSummary* page : pages) {
      if (different.empty() || !is_same_page(*page, *different.back())) different.push_back(page);
    }
    if (different.size() == 1) {
      if (verdicts.empty()) verdicts.push_back({Outcome::passed});
      continue;
    }
    for (const facts::PageSummary* page : different) {
      verdicts.push_back(
          {.outcome = Outcome::failed,
           .message = "repeated",
           .values = {{"title", shown(page->title)}, {"count", std::to_string(different.size())}},
           .cause = "title " + title,
           .url = page->final_url});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule page_title_repeated = define({
    .id = "wcag/page-title-repeated",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.2"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
