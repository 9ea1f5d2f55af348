// A long text without anything that divides it.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr int kFewestParagraphs = 8;  // one after another
constexpr std::size_t kFewestBytes = 2500;

std::size_t length_of(html::Element paragraph) {
  std::size_t bytes = 0;
  for (html::Node node = paragraph.first_child_node(); node; node = node.next_in(paragraph))
    bytes += node.text().size();
  return bytes;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  const auto paragraphs = page.document().all("p");
  if (paragraphs.size() < static_cast<std::size_t>(kFewestParagraphs)) return {};
  html::Element before;
  html::Element first;
  int run = 0;
  std::size_t bytes = 0;
  for (html::Element paragraph : paragraphs) {
    if (!before || before.next_sibling() != paragraph || tree.is_excluded(paragraph)) {
      first = paragraph;
      run = 0;
      bytes = 0;
    }
    before = paragraph;
    ++run;
    bytes += length_of(paragraph);
    if (run >= kFewestParagraphs && bytes >= kFewestBytes)
      return {{.outcome = Outcome::failed,
               .message = "long",
               .element = first,
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
