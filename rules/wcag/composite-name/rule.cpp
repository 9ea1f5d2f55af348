// A tree, grid, group of choices or panel without the name that ARIA asks for.
#include "rules/rule.h"

#include "rules/support/role_names.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  return fail_nameless(page, {"tree", "grid", "treegrid", "radiogroup", "application", "tabpanel"},
                       "nameless");
}

}  // namespace

extern constexpr Rule composite_name = define({
    .id = "wcag/composite-name",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
