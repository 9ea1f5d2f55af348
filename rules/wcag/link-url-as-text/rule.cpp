// A long address as the text of a link: a screen reader spells it out.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/page_links.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kLong = 50;  // bytes: a short address is a name that people know

bool is_address(std::string_view name) {
  const bool scheme = ascii_iequals(name.substr(0, 7), "http://") ||
                      ascii_iequals(name.substr(0, 8), "https://") ||
                      ascii_iequals(name.substr(0, 4), "www.");
  return scheme && name.find(' ') == std::string_view::npos;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    const std::string_view name = link.name;
    if (name.empty()) continue;
    // A table may list addresses: there they are what one looks for.
    if (name.size() < kLong || !is_address(name) || link.element.ancestor("table")) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "address",
                        .element = link.element,
                        .values = {{"text", shown(name, 60)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_url_as_text = define({
    .id = "wcag/link-url-as-text",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
