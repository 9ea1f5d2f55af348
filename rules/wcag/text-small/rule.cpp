// Text that is set smaller than most people can read.
#include "rules/rule.h"

#include "rules/support/decimal.h"
#include "rules/support/passages.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

constexpr double kTiny = 9;        // px; the smallest print of newspapers is about 10
constexpr std::size_t kLong = 20;  // characters: no signs and numbers of notes

bool is_tiny(const css::Style& style) {
  return style.font_size() < kTiny && !style[css::Property::vertical_align].is("super") &&
         !style[css::Property::vertical_align].is("sub");
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts = judge_passages(page, is_tiny, kLong, "small");
  for (Verdict& verdict : verdicts) {
    if (verdict.outcome == Outcome::failed)
      verdict.values.emplace_back("size", decimal(page.styles().of(verdict.element).font_size(), 1));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule text_small = define({
    .id = "wcag/text-small",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
