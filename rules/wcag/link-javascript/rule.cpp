// href="javascript:…": not an address, so the link cannot be opened in a tab, copied or used without scripts.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_target.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool is_script(html::Element link) {
  constexpr std::string_view kScheme = "javascript:";
  return ascii_iequals(trim(link.attribute_or("href", "")).substr(0, kScheme.size()), kScheme);
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (html::Element link : links_of(page)) {
    if (!link.has("href")) continue;
    if (!is_script(link)) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "script",
                        .element = link,
                        .values = {{"text", shown(page.tree().name(link))},
                                   {"target", shown(link.attribute_or("href", ""), 60)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_javascript = define({
    .id = "wcag/link-javascript",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
