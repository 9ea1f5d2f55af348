// Text that is hard to tell from what is behind it, by the measure of WCAG 1.4.6.
#include "rules/support/contrast_check.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) { return check_contrast(page, ContrastLevel::enhanced); }

}  // namespace

extern constexpr Rule contrast_enhanced = define({
    .id = "wcag/contrast-enhanced",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.4.6"}, .act = {"09o5cg"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
