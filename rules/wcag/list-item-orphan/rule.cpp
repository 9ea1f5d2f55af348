// A list item without a list, a term or a description without a list of definitions.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "rules/support/element_text.h"

namespace veedor::rules::wcag {
namespace {

bool is_component(html::Element element) {
  return element.tag().find('-') != std::string_view::npos || element.is("slot") || element.is("template");
}

bool is_in_list(html::Element item, const a11y::Tree& tree) {
  const html::Element parent = item.parent();
  if (!parent || is_component(parent)) return true;  // a script may put it into a list
  return parent.is("ul") || parent.is("ol") || parent.is("menu") || tree.role(parent) == "list";
}

bool is_in_definitions(html::Element part) {
  const html::Element parent = part.parent();
  if (!parent || is_component(parent) || parent.is("dl")) return true;
  return parent.is("div") && parent.parent().is("dl");
}

void judge(html::Element item, bool right, std::string_view message, const a11y::Tree& tree,
           Verdicts& verdicts) {
  // With another role (tab, menuitem) it is no item of a list.
  if (right || item.has("role") || tree.is_excluded(item)) return;
  verdicts.push_back({.outcome = Outcome::failed,
                      .message = message,
                      .element = item,
                      .values = {{"text", shown(text_beginning(item), 60)}}});
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element item : document.all("li")) judge(item, is_in_list(item, tree), "item", tree, verdicts);
  for (html::Element term : document.all("dt")) judge(term, is_in_definitions(term), "term", tree, verdicts);
  for (html::Element text : document.all("dd"))
    judge(text, is_in_definitions(text), "description", tree, verdicts);
  const bool any = !document.all("li").empty() || !document.all("dt").empty() || !document.all("dd").empty();
  if (verdicts.empty() && any) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule list_item_orphan = define({
    .id = "wcag/list-item-orphan",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
