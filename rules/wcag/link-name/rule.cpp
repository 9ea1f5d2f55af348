// A link without text or other name: it is announced as "link", or its address is spelt out.
#include "rules/rule.h"

#include <string>
#include <string_view>
#include <unordered_set>

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

// The names of the maps that images use.
using Maps = std::unordered_set<std::string_view>;
Maps used_maps(const html::Document& document) {
  Maps maps;
  for (html::Element image : document.all("img")) {
    const std::string_view used = image.attribute_or("usemap", "");
    if (used.size() > 1) maps.insert(used.substr(1));
  }
  return maps;
}

// An area of a map that no image uses is not there (HTML Standard §4.8.14).
bool is_unused_area(html::Element element, const Maps& used) {
  return element.is("area") && !used.contains(element.ancestor("map").attribute_or("name", ""));
}

// The mark beside a heading (<a class="anchor" href="#seats">): style sheets write its sign with ::before,
// which is part of the name and is not seen here.
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
  a11y::Names names(document);
  const Maps maps = used_maps(document);
  const bool styles = has_style_sheets(document);
  Verdicts verdicts;
  bool passed = false;  // one pass says as much as a thousand, and pages have many links
  for (html::Element element : document.elements()) {
    if (!element.in_html_namespace() || !is_link(element)) continue;
    const bool named = !names.of(element).empty();
    if ((named && passed) || a11y::is_excluded(element)) continue;
    if (named) {
      verdicts.push_back({Outcome::passed});
      passed = true;
    } else if (!is_unused_area(element, maps) &&
               !((class_says_hidden(element) || may_be_generated(element)) && styles)) {
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
