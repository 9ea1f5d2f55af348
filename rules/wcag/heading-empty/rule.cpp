// A heading that says nothing: a stop on the way of those who move from heading to heading.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool has_text(html::Element heading) {
  constexpr int kMaxNodes = 1000;  // headings within headings would be searched again and again
  int seen = 0;
  for (html::Node node = heading.first_child_node(); node && seen < kMaxNodes;
       node = node.next_in(heading), ++seen) {
    if (!collapse_whitespace(node.text()).empty()) return true;
  }
  return false;
}

// Text is there, but hidden from screen readers.
std::string_view problem(html::Element heading) {
  const std::string_view key = inside_key(heading);
  return key != "image-only" && has_text(heading) ? "text-hidden" : key;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (html::Element element : tree.with_role("heading")) {
    if (!element.in_html_namespace() || tree.is_excluded(element)) continue;
    if (!tree.name(element).empty()) {
      verdicts.push_back({Outcome::passed});
    } else if (!class_says_hidden(element) || !unread) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = problem(element),
                          .element = element,
                          .values = {{"heading", shown_tag(element)}}});
    }
  }
  return verdicts;
}

}  // namespace

// No success criterion asks for it by itself; headings are how screen readers move (technique H42).
extern constexpr Rule heading_empty = define({
    .id = "wcag/heading-empty",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.act = {"ffd0e9"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
