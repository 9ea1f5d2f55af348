// A site of many pages without a search, a map of the site or a navigation: only one way leads to a page.
#include "rules/rule.h"

#include <algorithm>
#include <string>

namespace veedor::rules::wcag {
namespace {

// On a small site the links of the start page are a way to every page.
constexpr long kFewest = 12;

Verdicts check(const facts::SiteSummary& site) {
  const auto read = std::ranges::count(site.pages, facts::Outcome::read, &facts::PageSummary::outcome);
  if (read < kFewest) return {};
  const auto any = [&site](auto has) { return std::ranges::any_of(site.pages, has); };
  const bool search = any([](const auto& page) { return page.kinds.has(facts::ContentKind::search); });
  const bool map = any([](const auto& page) { return page.kinds.has(facts::ContentKind::site_map); });
  const bool menu =
      any([](const auto& page) { return page.navigation && page.navigation->links.size() >= 3; });
  if (static_cast<int>(search) + static_cast<int>(map) + static_cast<int>(menu) >= 2)
    return {{Outcome::passed}};
  const bool one = menu || search || map;
  return {{.outcome = one ? Outcome::cant_tell : Outcome::failed,
           .message = one ? "one-way" : "no-way",
           .values = {{"pages", std::to_string(read)}},
           .cause = "ways"}};
}

}  // namespace

extern constexpr Rule ways_to_pages_single = define({
    .id = "wcag/ways-to-pages-single",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"2.4.5"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
