// A list without items.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// What a script finds by is likely to be filled by it.
bool may_be_filled(html::Element list) {
  for (std::size_t i = 0; i < list.attribute_count(); ++i) {
    const std::string_view name = list.attribute_at(i).name;
    if (name == "id" || name == "role" || name.starts_with("data-") || name.starts_with("aria-") ||
        name.find_first_of(":@") != std::string_view::npos || name.starts_with("v-") ||
        name.starts_with("x-"))
      return true;
  }
  return false;
}

bool is_empty(html::Element list) {
  if (list.first_child()) return false;
  for (html::Node node = list.first_child_node(); node; node = node.next_sibling()) {
    if (!trim(node.text()).empty()) return false;
  }
  return true;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (std::string_view tag : {"ul", "ol", "dl"}) {
    for (html::Element list : page.document().all(tag)) {
      const bool empty = is_empty(list);
      passed |= !empty;
      if (!empty || may_be_filled(list) || tree.is_excluded(list)) continue;
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "empty",
                          .element = list,
                          .values = {{"list", std::string(tag)}}});
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule list_empty = define({
    .id = "wcag/list-empty",
    .severity = Severity::info,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
