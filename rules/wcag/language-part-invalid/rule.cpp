// A passage whose lang attribute names no language: it is read aloud with the voice of another one.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/languages.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// Names a programming language there, as tools that colour code do.
bool is_code(html::Element element) {
  return element.is("code") || element.is("pre") || element.is("samp") || element.is("kbd");
}

bool has_own_words(html::Element element) {
  for (std::string_view attribute : {"alt", "aria-label", "title", "placeholder"}) {
    if (!trim(element.attribute_or(attribute, "")).empty()) return true;
  }
  return false;
}

// ACT, text inheriting its programmatic language: what stands in it and in no inner element with a lang of
// its own. Each node belongs to one such element, so all of them together cost one walk of the page.
bool has_text_of_its_own(html::Element element, const a11y::Tree& tree) {
  if (has_own_words(element)) return true;
  html::Node node = element.first_child_node();
  while (node) {
    if (node.is_text()) {
      if (!collapse_whitespace(node.text()).empty()) return true;
      node = node.next_in(element);
      continue;
    }
    const html::Element inner = node.element();
    const bool apart = inner.has("lang") || tree.is_hidden(inner);
    if (!apart && has_own_words(inner)) return true;
    node = apart ? node.next_in_skipping_children(element) : node.next_in(element);
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  const a11y::Tree& tree = page.tree();
  const html::Element root = page.document().root();
  const html::Element head = page.document().head();
  for (html::Element element : page.document().with_attribute("lang")) {
    const std::string_view tag = element.attribute_or("lang", "");
    if (tag.empty() || element == root || element.parent() == head || element == head) continue;
    if (!element.in_html_namespace() || is_code(element)) continue;
    if (tree.is_hidden(element) || !has_text_of_its_own(element, tree)) continue;
    verdicts.push_back(judge_language_tag(tag, element));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule language_part_invalid = define({
    .id = "wcag/language-part-invalid",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"3.1.2"}, .act = {"de46e4"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
