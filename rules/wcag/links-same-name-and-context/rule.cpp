// Links of the same name in the same sentence, list item or cell that lead to different content: nothing
// tells them apart.
#include "rules/rule.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/named_links.h"
#include "rules/support/same_resource.h"

namespace veedor::rules::wcag {
namespace {

// ACT fd3a94, for the links of one name that stand in one context.
void judge(const std::vector<const NamedLink*>& links, const facts::Page& page, Verdicts& verdicts) {
  bool all_same = true;
  for (std::size_t i = 1; i < links.size(); ++i) {
    const Sameness sameness = compare(page, links[0]->reference, links[i]->reference);
    if (sameness == Sameness::different) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "different",
                          .element = links[i]->element,
                          .values = {{"name", shown(page.tree().name(links[i]->element), 60)},
                                     {"first", shown(links[0]->reference)},
                                     {"other", shown(links[i]->reference)}}});
      return;
    }
    all_same = all_same && sameness == Sameness::same;
  }
  if (all_same) verdicts.push_back({Outcome::passed});
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  if (!page.has_resources()) return verdicts;
  for (const LinkGroup& group : links_of_one_name(page)) {
    std::map<std::uint64_t, std::vector<const NamedLink*>> by_context;
    for (const NamedLink& link : group.links) by_context[link_context(link.element, page)].push_back(&link);
    for (const auto& [context, links] : by_context) {
      if (links.size() > 1) judge(links, page, verdicts);
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule links_same_name_and_context = define({
    .id = "wcag/links-same-name-and-context",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.4", "2.4.9"}, .act = {"fd3a94"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
