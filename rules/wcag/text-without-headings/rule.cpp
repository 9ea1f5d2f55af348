// A long text without anything that divides it.
#include "rules/rule.h"

#include <span>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kFewestParagraphs = 8;  // one after another
constexpr std::size_t kFewestBytes = 2500;

std::size_t length_of(html::Element paragraph) {
  std::size_t bytes = 0;
  for (html::Node node = paragraph.first_child_node(); node; node = node.next_in(paragraph))
    bytes += node.text().size();
  return bytes;
}

std::size_t length_of(std::span<const html::Element> paragraphs) {
  std::size_t bytes = 0;
  for (html::Element paragraph : paragraphs) bytes += length_of(paragraph);
  return bytes;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  const auto paragraphs = page.document().all("p");
  if (paragraphs.size() < kFewestParagraphs) return {};
  std::size_t first = 0;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const bool goes_on = i > 0 && paragraphs[i - 1].next_sibling() == paragraphs[i];
    if (!goes_on || tree.is_excluded(paragraphs[i])) first = i;
    const std::size_t run = i + 1 - first;
    if (run < kFewestParagraphs) continue;
    // Most runs are too short to be read.
    bytes = run == kFewestParagraphs ? length_of(paragraphs.subspan(first, run))
                                     : bytes + length_of(paragraphs[i]);
    if (bytes < kFewestBytes) continue;
    return {{.outcome = Outcome::failed,
             .message = "long",
             .element = paragraphs[first],
             .values = {{"count", std::to_string(run)}}}};
  }
  return {{Outcome::passed}};
}

}  // namespace

extern constexpr Rule text_without_headings = define({
    .id = "wcag/text-without-headings",
    .severity = Severity::info,
    .confidence = Confidence::low,
    .references = {.wcag = {"2.4.10"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
