// A page that the navigation calls by one name here and by another there.
#include "rules/rule.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kFewest = 3;  // pages that agree on a name before another one is odd

struct Named {
  std::map<std::string, std::set<std::string_view>> pages_by_name;  // in lower case → URLs of pages
  std::map<std::string, std::string> written;                       // the name as it was first written
};

// By the language of the page and the target: a translated menu says the same in other words.
using Targets = std::map<std::pair<std::string, std::string_view>, Named>;

Targets targets_of(const facts::SiteSummary& site) {
  Targets targets;
  for (const facts::PageSummary& page : site.pages) {
    if (!page.navigation) continue;
    const std::string language = ascii_lower(page.language.substr(0, page.language.find('-')));
    for (const facts::NavigationLink& link : page.navigation->links) {
      if (link.name.empty()) continue;
      Named& named = targets[{language, link.url}];
      std::string lower = ascii_lower(link.name);
      named.written.emplace(lower, link.name);
      named.pages_by_name[std::move(lower)].insert(page.final_url);
    }
  }
  return targets;
}

// "Home" and "Home (current page)", "News" and "News 3": the same name with something added.
bool is_extension(std::string_view a, std::string_view b) {
  return a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos;
}

void judge(const Named& named, std::string_view target, Verdicts& verdicts) {
  const auto usual = std::ranges::max_element(named.pages_by_name, {},
                                              [](const auto& entry) { return entry.second.size(); });
  if (usual->second.size() < kFewest) return;
  bool passed = true;
  for (const auto& [name, pages] : named.pages_by_name) {
    if (name == usual->first || is_extension(name, usual->first)) continue;
    // A page that has both tells its visitors that they are the same.
    const bool both =
        std::ranges::any_of(pages, [&](std::string_view page) { return usual->second.contains(page); });
    if (both) continue;
    passed = false;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "other-name",
                        .values = {{"target", shown(target)},
                                   {"name", shown(named.written.at(name))},
                                   {"usual", shown(named.written.at(usual->first))}},
                        .cause = "name " + std::string(target),
                        .url = std::string(*pages.begin())});
  }
  if (passed) verdicts.push_back({Outcome::passed});
}

Verdicts check(const facts::SiteSummary& site) {
  Verdicts verdicts;
  for (const auto& [key, named] : targets_of(site)) judge(named, key.second, verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule navigation_name_changes = define({
    .id = "wcag/navigation-name-changes",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"3.2.4"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
