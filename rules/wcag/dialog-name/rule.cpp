// A dialog without a name: it opens and is announced as "dialog".
#include "rules/rule.h"

#include "rules/support/role_names.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) { return fail_nameless(page, {"dialog", "alertdialog"}, "nameless"); }

}  // namespace

extern constexpr Rule dialog_name = define({
    .id = "wcag/dialog-name",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
