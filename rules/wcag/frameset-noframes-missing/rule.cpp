// A page of frames that leaves nothing for who reads it without them.
#include "rules/rule.h"

#include <algorithm>

#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const html::Element frameset = document.first("frameset");
  if (!frameset || document.all("frame").empty()) return {};
  const bool offered = std::ranges::any_of(
      document.all("noframes"), [](html::Element element) { return !trim(element.text()).empty(); });
  if (offered) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed, .message = "no-noframes", .element = frameset, .values = {}}};
}

}  // namespace

extern constexpr Rule frameset_noframes_missing = define({
    .id = "wcag/frameset-noframes-missing",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
