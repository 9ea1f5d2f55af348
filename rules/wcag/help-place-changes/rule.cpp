// Help that is at the top of most pages and at the bottom of others, or the other way round.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "rules/support/content.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kFewest = 3;  // pages with the help before its place counts as usual

// Where pages have one way to get help: only the frame of a page is a place that repeats.
struct Places {
  std::string name;
  std::map<facts::Region, std::vector<std::string_view>> pages;
};

std::map<std::string_view, Places> places_of(const facts::SiteSummary& site) {
  std::map<std::string_view, Places> out;
  for (const facts::PageSummary& page : site.pages) {
    if (!page.navigation) continue;
    for (const facts::HelpLink& help : page.navigation->help) {
      if (help.region != facts::Region::header && help.region != facts::Region::footer) continue;
      Places& places = out[help.url];
      if (places.name.empty()) places.name = help.name.empty() ? help.url : help.name;
      places.pages[help.region].push_back(page.final_url);
    }
  }
  return out;
}

void judge(const Places& places, Verdicts& verdicts) {
  const auto usual =
      std::ranges::max_element(places.pages, {}, [](const auto& entry) { return entry.second.size(); });
  if (usual->second.size() < kFewest) return;
  if (places.pages.size() == 1) verdicts.push_back({Outcome::passed});
  for (const auto& [region, pages] : places.pages) {
    if (region == usual->first) continue;
    for (std::string_view page : pages) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = region == facts::Region::footer ? "in-footer" : "in-header",
                          .values = {{"help", shown(places.name)}},
                          .cause = "help",
                          .url = std::string(page)});
    }
  }
}

Verdicts check(const facts::SiteSummary& site) {
  Verdicts verdicts;
  for (const auto& [url, places] : places_of(site)) judge(places, verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule help_place_changes = define({
    .id = "wcag/help-place-changes",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"3.2.6"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
