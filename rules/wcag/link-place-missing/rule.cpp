// A link to a place within another page that has no such place: the page opens at its top.
#include "rules/rule.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "rules/support/content.h"

namespace veedor::rules::wcag {
namespace {

// HTML Standard §7.4.6.3: "" and "top" are the top of any page. Programs use "!…", "/…" and ":~:text=…" for
// other ends.
bool is_place(std::string_view fragment) {
  return !fragment.empty() && fragment != "top" && fragment.front() != '!' && fragment.front() != '/' &&
         fragment.find(":~:") == std::string_view::npos && fragment.find('=') == std::string_view::npos;
}

bool has_place(const facts::Places& places, std::string_view fragment) {
  return !places.complete || std::ranges::binary_search(places.hashes, facts::place_hash(fragment));
}

Verdicts check(const facts::SiteSummary& site) {
  std::map<std::string_view, const facts::PageSummary*> pages;
  for (const facts::PageSummary& page : site.pages) {
    if (page.outcome == facts::Outcome::read) pages.emplace(page.final_url, &page);
  }
  Verdicts verdicts;
  std::set<std::pair<std::string_view, std::string_view>> told;
  for (const facts::PageSummary& page : site.pages) {
    for (const facts::PlaceLink& link : page.place_links) {
      const auto target = pages.find(link.url);
      if (target == pages.end() || !is_place(link.fragment)) continue;
      if (has_place(target->second->places, link.fragment)) {
        if (verdicts.empty()) verdicts.push_back({Outcome::passed});
      } else if (told.emplace(link.url, link.fragment).second) {
        verdicts.push_back({.outcome = Outcome::failed,
                            .message = "no-place",
                            .values = {{"link", shown(link.name.empty() ? link.fragment : link.name)},
                                       {"place", shown(link.fragment)},
                                       {"target", shown(link.url)}},
                            .cause = "place " + link.url + " " + link.fragment,
                            .url = page.final_url});
      }
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule link_place_missing = define({
    .id = "wcag/link-place-missing",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
