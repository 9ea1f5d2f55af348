// Start and end tags that do not match: browsers repair them, each part of the page where they think it ends.
#include "rules/rule.h"

#include <string>
#include <string_view>
#include <unordered_set>

#include "rules/support/content.h"
#include "rules/support/tag_balance.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxFindings = 20;

// Each kind of tag once: one missing end tag brings others about.
Verdicts check(const facts::Page& page) {
  if (page.response().media_type() == "application/xhtml+xml" || !is_html_page(page)) return {};
  Verdicts verdicts;
  std::unordered_set<std::string> seen;
  for (const TagFault& fault : unbalanced_tags(page.document().source())) {
    const std::string_view message = fault.end_tag ? "end" : "start";
    if (!seen.insert(std::string(message) + fault.tag).second || verdicts.size() >= kMaxFindings) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = message,
                        .values = {{"tag", fault.tag}, {"line", std::to_string(fault.line)}},
                        .cause = fault.tag});
  }
  if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule tags_unbalanced = define({
    .id = "wcag/tags-unbalanced",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
