// Paragraphs that are made with two line breaks: they are only seen.
#include "rules/rule.h"

#include <string>
#include <unordered_map>

#include "rules/support/content.h"
#include "rules/support/inherited_text.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr int kMinGaps = 2;           // two gaps make three paragraphs
constexpr std::size_t kMinText = 80;  // bytes of a paragraph: shorter ones are lines of an address or a poem

// A line break directly followed by another one, with a longer text before them.
bool is_gap(html::Element line_break) {
  const html::Element next = line_break.next_sibling();
  return next.is("br");
}

struct Gaps {
  int count = 0;
  html::Element parent;
  std::string text;
};

// How many of the gaps among the children of an element separate long texts.
Gaps gaps_in(html::Element parent) {
  Gaps gaps{.parent = parent};
  std::size_t text = 0;
  int breaks = 0;
  for (html::Node node = parent.first_child_node(); node; node = node.next_sibling()) {
    const html::Element inner = node.element();
    if (inner.is("br")) {
      ++breaks;
      continue;
    }
    const std::size_t length = node.is_text() ? trim(node.text()).size() : inner ? 1 : 0;
    if (length == 0) continue;
    if (breaks >= 2 && text >= kMinText) {
      ++gaps.count;
      text = 0;
    } else if (breaks >= 2) {
      text = 0;
    }
    breaks = 0;
    if (gaps.text.empty() && node.is_text()) gaps.text = shown(trim(node.text()), 60);
    text += length;
  }
  return gaps;
}

Verdicts check(const facts::Page& page) {
  std::unordered_map<const void*, bool> seen;
  Verdicts verdicts;
  for (html::Element line_break : page.document().all("br")) {
    if (!is_gap(line_break) || !seen.try_emplace(line_break.parent().id(), true).second) continue;
    const Gaps gaps = gaps_in(line_break.parent());
    if (gaps.count < kMinGaps || is_beyond_language(gaps.parent) || !page.tree().is_in_sight(gaps.parent))
      continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "gaps",
                        .element = gaps.parent,
                        .values = {{"text", gaps.text}}});
  }
  if (verdicts.empty() && !page.document().all("p").empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule paragraphs_by_line_breaks = define({
    .id = "wcag/paragraphs-by-line-breaks",
    .severity = Severity::info,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
