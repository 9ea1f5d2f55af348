// Sentences that tell things by their colour: who does not see it is not told which are meant.
#include "rules/rule.h"

#include "rules/support/colour_words.h"
#include "rules/support/content.h"
#include "rules/support/page_texts.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxFindings = 20;
constexpr std::size_t kShortest = 12;  // bytes of a text that can say so

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  const auto texts = page.shared<PageTexts>().all();
  for (const PageText& text : texts) {
    if (text.words.size() < kShortest) continue;
    if (verdicts.size() == kMaxFindings) break;
    const std::string words = colour_reference(text.words);
    if (words.empty()) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "by-colour",
                        .element = text.element,
                        .values = {{"words", shown(words)}}});
  }
  if (verdicts.empty() && !texts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule colour_alone = define({
    .id = "wcag/colour-alone",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.4.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
