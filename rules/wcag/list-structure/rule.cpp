// A list that holds something other than its items: screen readers count it wrongly or take it for no list.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "rules/support/element_text.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr int kMaxChildren = 2000;  // looked at in one list

// Not seen and not heard, allowed everywhere in lists (HTML Standard §3.2.5.2.9).
bool is_script_support(html::Element child) { return child.is("script") || child.is("template"); }

// A component of scripts may render the items.
bool may_be_item(html::Element child) {
  return child.tag().find('-') != std::string_view::npos || child.is("slot");
}

bool is_nested_list(html::Element child) { return child.is("ul") || child.is("ol"); }

// The message for what may not stand directly in <ul> or <ol>; "" for what may.
std::string_view fault_in_list(html::Element child, const a11y::Tree& tree) {
  if (child.is("li") || tree.role(child) == "listitem") return "";
  return is_nested_list(child) ? "nested" : "child";
}

// <dl>: terms and descriptions, or groups of them in <div>.
std::string_view fault_in_definitions(html::Element child) {
  return child.is("dt") || child.is("dd") || child.is("div") ? "" : "definition-child";
}

Verdict failure(std::string_view message, html::Element list, html::Element child, std::string_view text) {
  return {.outcome = Outcome::failed,
          .message = message,
          .element = child ? child : list,
          .values = {{"list", std::string(list.tag())},
                     {"child", child ? std::string(child.tag()) : ""},
                     {"text", shown(text, 60)}}};
}

// The first fault of a list says enough: it has one author.
Verdict judge(html::Element list, const a11y::Tree& tree) {
  const bool definitions = list.is("dl");
  bool term = false;
  html::Node node = list.first_child_node();
  for (int seen = 0; node && seen < kMaxChildren; ++seen, node = node.next_sibling()) {
    if (node.is_text()) {
      if (collapse_whitespace(node.text()).empty()) continue;
      return failure(definitions ? "definition-text" : "text", list, {}, node.text());
    }
    const html::Element child = node.element();
    if (is_script_support(child) || may_be_item(child) || tree.is_excluded(child)) continue;
    const std::string_view fault = definitions ? fault_in_definitions(child) : fault_in_list(child, tree);
    if (!fault.empty()) return failure(fault, list, child, "");
    if (definitions && child.is("dd") && !term) return failure("no-term", list, child, text_beginning(child));
    term |= child.is("dt") || child.is("div");
  }
  return {Outcome::passed};
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (std::string_view tag : {"ul", "ol", "dl"}) {
    for (html::Element list : page.document().all(tag)) {
      // Another role (menu, tablist) has other children.
      if (list.has("role") && tree.role(list) != "list" && !list.is("dl")) continue;
      if (list.is("dl") && list.has("role")) continue;
      if (!list.first_child_node() || tree.is_excluded(list)) continue;
      Verdict verdict = judge(list, tree);
      if (verdict.outcome == Outcome::passed && passed) continue;
      passed |= verdict.outcome == Outcome::passed;
      verdicts.push_back(std::move(verdict));
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule list_structure = define({
    .id = "wcag/list-structure",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
