// Landmarks of one kind that are announced alike.
#include "rules/rule.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr auto kRoles = std::to_array<std::string_view>(
    {"banner", "complementary", "contentinfo", "form", "navigation", "region", "search"});

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (std::string_view role : kRoles) {
    std::map<std::string, int> by_name;
    for (html::Element landmark : tree.with_role(role)) {
      if (tree.is_excluded(landmark)) continue;
      // A name too long to be a phrase is one all the same.
      std::string name = phrase_of(tree.name(landmark));
      if (name.empty()) name = trim(tree.name(landmark));
      if (++by_name[name] != 2) {
        if (verdicts.empty()) verdicts.push_back({Outcome::passed});
        continue;
      }
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = name.empty() ? "no-name" : "same-name",
                          .element = landmark,
                          .values = {{"role", std::string(role)}, {"name", shown(tree.name(landmark), 60)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule landmark_name_repeated = define({
    .id = "wcag/landmark-name-repeated",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
