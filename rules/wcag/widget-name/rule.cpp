// A tab, choice, entry of a tree or tooltip without text or other name.
#include "rules/rule.h"

#include "rules/support/role_names.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  return fail_nameless(page, {"tab", "option", "treeitem", "tooltip"}, "nameless");
}

}  // namespace

extern constexpr Rule widget_name = define({
    .id = "wcag/widget-name",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"4.1.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
