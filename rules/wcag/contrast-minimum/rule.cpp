// Text that is hard to tell from what is behind it, by the measure of WCAG 1.4.3.
#include "rules/support/contrast_check.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) { return check_contrast(page, ContrastLevel::minimum); }

}  // namespace

extern constexpr Rule contrast_minimum = define({
    .id = "wcag/contrast-minimum",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.4.3"}, .act = {"afw4f7"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
