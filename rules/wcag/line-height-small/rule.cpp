// Running text whose lines stand so close that readers lose them.
#include "rules/rule.h"

#include "rules/support/passages.h"
#include "rules/support/text_extent.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

constexpr double kTight = 1.15;     // times the size; browsers take about 1.2 by themselves
constexpr std::size_t kLong = 200;  // characters: about three lines

bool is_tight(const css::Style& style) { return line_height(style, 1.2) < kTight * style.font_size(); }

Verdicts check(const facts::Page& page) { return judge_passages(page, is_tight, kLong, "tight"); }

}  // namespace

extern constexpr Rule line_height_small = define({
    .id = "wcag/line-height-small",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.4.8"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
