// Running text set flush on both sides: the gaps between its words are uneven.
#include "rules/rule.h"

#include "rules/support/passages.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kLong = 150;  // characters: two lines or more

bool is_justified(const css::Style& style) { return style[css::Property::text_align].is("justify"); }

Verdicts check(const facts::Page& page) { return judge_passages(page, is_justified, kLong, "justified"); }

}  // namespace

extern constexpr Rule text_justified = define({
    .id = "wcag/text-justified",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.4.8"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
