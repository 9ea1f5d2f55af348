// A role that only means something within another one, and stands outside of it: a tab without a tablist.
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"

namespace veedor::rules::wcag {
namespace {

using a11y::AriaRole;

// What is a node of its own in the accessibility tree: also a <div> that has a global attribute or takes the
// focus. Plain ones and presentational ones are looked through (ACT ff89c9, core-aam "including elements").
bool is_node(html::Element element, std::string_view role) {
  if (role == "none") return false;
  return !role.empty() || !global_attribute(element).empty() || a11y::takes_focus(element);
}

struct Around {
  html::Element element;  // null: nothing
  std::string_view role;
  bool known = true;
};

Around around(html::Element element, const a11y::Tree& tree) {
  int depth = 0;
  for (html::Element up = tree.parent(element); up && depth < a11y::kMaxLevels;
       up = tree.parent(up), ++depth) {
    if (has_unknown_role(up)) return {.element = up, .role = "", .known = false};
    const std::string_view role = meant_role(up, tree);
    if (is_node(up, role)) return {.element = up, .role = role};
  }
  return {.element = {}, .role = "", .known = depth < a11y::kMaxLevels};
}

bool needs_context(html::Element element, const AriaRole* role, const a11y::Tree& tree) {
  if (role == nullptr || role->parents.empty() || role->name.starts_with("doc-")) return false;
  return !repeats_native_role(element, *role, tree) && !tree.is_excluded(element);
}

Verdict failure(html::Element element, const AriaRole& role, const Around& found) {
  const bool wrong = !found.role.empty() && found.role != "document";
  return {.outcome = Outcome::failed,
          .message = wrong ? "wrong" : "none",
          .element = element,
          .values = {{"element", shown_tag(element)},
                     {"role", std::string(role.name)},
                     {"needed", joined(role.parents)},
                     {"around", std::string(found.role)}}};
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : page.document().with_attribute("role")) {
    const AriaRole* const role = written_role(element);
    if (!needs_context(element, role, tree)) continue;
    const Around found = around(element, tree);
    if (!found.known) continue;
    if (std::ranges::find(role->parents, found.role) != role->parents.end()) {
      passed = true;
    } else {
      verdicts.push_back(failure(element, *role, found));
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_context_missing = define({
    .id = "wcag/aria-context-missing",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.1"}, .act = {"ff89c9"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
