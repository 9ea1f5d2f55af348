// href="javascript:…": not an address, so the link cannot be opened in a tab, copied or used without scripts.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/page_links.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool is_script(const Link& link) {
  constexpr std::string_view kScheme = "javascript:";
  return ascii_iequals(trim(link.href).substr(0, kScheme.size()), kScheme);
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    if (!link.has_href) continue;
    if (!is_script(link)) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "script",
                        .element = link.element,
                        .values = {{"text", shown(link.name)}, {"target", shown(link.href, 60)}}});
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
