// A gauge or progress bar without a name: a number of which nobody says what it counts.
#include "rules/rule.h"

#include "rules/support/role_names.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) { return fail_nameless(page, {"meter", "progressbar"}, "nameless"); }

}  // namespace

extern constexpr Rule gauge_name = define({
    .id = "wcag/gauge-name",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.1.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
