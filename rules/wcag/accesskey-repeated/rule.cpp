// Two elements with the same accesskey: which of them answers depends on the browser.
#include "rules/rule.h"

#include <unordered_map>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// The links above and below a text: it does not matter which of them answers.
bool leads_to_same(html::Element one, html::Element other) {
  const auto address = one.attribute("href");
  return address && address == other.attribute("href");
}

Verdicts check(const facts::Page& page) {
  constexpr std::size_t kMaxKeys = 64;  // bytes of the attribute
  std::unordered_map<std::string, html::Element> owners;
  Verdicts verdicts;
  for (html::Element element : page.document().with_attribute("accesskey")) {
    if (page.tree().is_excluded(element)) continue;
    for (std::string_view key : split_whitespace(element.attribute_or("accesskey", "").substr(0, kMaxKeys))) {
      const auto [owner, first] = owners.emplace(ascii_lower(key), element);
      if (first || leads_to_same(owner->second, element)) continue;
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "twice",
                          .element = element,
                          .values = {{"key", shown(key, 20)}}});
      break;
    }
  }
  if (!owners.empty() && verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule accesskey_repeated = define({
    .id = "wcag/accesskey-repeated",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
