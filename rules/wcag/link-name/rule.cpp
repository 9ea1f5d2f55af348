// A link without text or other name: it is announced as "link", or its address is spelt out.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// ACT c487ae: the role link and those that inherit from it.
bool is_link(html::Element element, const a11y::Tree& tree) {
  const bool native = (element.is("a") || element.is("area")) && element.has("href");
  if (!native && !element.has("role")) return false;
  const std::string_view role = tree.role(element);
  return role == "link" || role == "doc-backlink" || role == "doc-biblioref" || role == "doc-glossref" ||
         role == "doc-noteref";
}

// The mark beside a heading (<a class="anchor" href="#seats">): style sheets write its sign with ::before,
// which is part of the name, and one of them may be unread.
bool may_be_generated(html::Element link) {
  const std::string_view address = trim(link.attribute_or("href", ""));
  return address.size() > 1 && address[0] == '#' && link.has("class") && inside(link) == Inside::nothing;
}

std::string target(html::Element link) {
  const std::string address = shown(link.attribute_or("href", ""));
  return address.empty() ? shown_tag(link) : address;
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  bool passed = false;  // one pass says as much as a thousand, and pages have many links
  for (html::Element element : document.elements()) {
    if (!element.in_html_namespace() || !is_link(element, tree)) continue;
    const bool named = !tree.name(element).empty();
    if ((named && passed) || tree.is_excluded(element)) continue;
    if (named) {
      verdicts.push_back({Outcome::passed});
      passed = true;
    } else if (!((class_says_hidden(element) || may_be_generated(element)) && unread)) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = element.is("area") ? "area" : inside_key(element),
                          .element = element,
                          .values = {{"target", target(element)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule link_name = define({
    .id = "wcag/link-name",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"2.4.4", "4.1.2"}, .act = {"c487ae"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
