// A link without text or other name: it is announced as "link", or its address is spelt out.
#include "rules/rule.h"

#include <array>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// ACT c487ae: the role link and those that inherit from it.
constexpr auto kLinkRoles =
    std::to_array<std::string_view>({"link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref"});

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
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  bool passed = false;  // one pass says as much as a thousand, and pages have many links
  for (std::string_view role : kLinkRoles) {
    for (html::Element element : tree.with_role(role)) {
      const bool named = !tree.name(element).empty();
      if ((named && passed) || !element.in_html_namespace() || tree.is_excluded(element)) continue;
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
