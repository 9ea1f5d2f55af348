// A link without text or other name: it is announced as "link", or its address is spelt out.
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/a11y/implicit_role.h"
#include "scanner/a11y/name.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// ACT c487ae: the role link and those that inherit from it.
bool is_link(html::Element element) {
  const bool native = (element.is("a") || element.is("area")) && element.has("href");
  if (!native && !element.has("role")) return false;
  const std::string_view role = a11y::markup_role(element);
  return role == "link" || role == "doc-backlink" || role == "doc-biblioref" || role == "doc-glossref" ||
         role == "doc-noteref";
}

// An area of a map that no image uses is not there (HTML Standard §4.8.14).
bool is_unused_area(html::Element element, const html::Document& document) {
  if (!element.is("area")) return false;
  const std::string_view map = element.ancestor("map").attribute_or("name", "");
  if (map.empty()) return true;
  return std::ranges::none_of(document.all("img"), [&](html::Element image) {
    const std::string_view used = image.attribute_or("usemap", "");
    return !used.empty() && used.substr(1) == map;
  });
}

std::string target(html::Element link) {
  const std::string address = shown(link.attribute_or("href", ""));
  return address.empty() ? shown_tag(link) : address;
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  a11y::Names names(document);
  Verdicts verdicts;
  for (html::Element element : document.elements()) {
    if (!element.in_html_namespace() || !is_link(element) || a11y::is_excluded(element)) continue;
    if (!names.of(element).empty()) {
      verdicts.push_back({Outcome::passed});
    } else if (!is_unused_area(element, document) &&
               !(class_says_hidden(element) && has_style_sheets(document))) {
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
