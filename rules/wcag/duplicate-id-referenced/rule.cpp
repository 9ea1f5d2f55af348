// An id that a label or ARIA refers to and that several elements have: browsers take the first, which may be
// the wrong one.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// ARIA 1.2 §6.2.4, the attributes whose value is an ID reference or a list of them.
constexpr auto kReferences = std::to_array<std::string_view>({
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
    "aria-labelledby",
    "aria-owns",
});

struct Referenced {
  std::string_view attribute;  // that refers to it, the first one
  int holders = 0;
  html::Element second;  // the element that is never found
};
using Ids = std::unordered_map<std::string_view, Referenced>;

void add_references(html::Element element, std::string_view attribute, Ids& ids) {
  for (std::string_view id : split_whitespace(element.attribute_or(attribute, "")))
    ids.try_emplace(id, Referenced{.attribute = attribute});
}

Ids referenced_ids(const html::Document& document) {
  Ids ids;
  for (std::string_view tag : {"label", "output"}) {
    for (html::Element element : document.all(tag)) add_references(element, "for", ids);
  }
  for (std::string_view attribute : kReferences) {
    for (html::Element element : document.with_attribute(attribute)) add_references(element, attribute, ids);
  }
  return ids;
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  Ids ids = referenced_ids(document);
  if (ids.empty()) return {};
  Verdicts verdicts;
  for (html::Element element : document.with_attribute("id")) {
    const std::string_view id = element.attribute_or("id", "");
    const auto found = ids.find(id);
    if (found == ids.end()) continue;
    const int holders = ++found->second.holders;
    if (holders == 1) verdicts.push_back({Outcome::passed});
    if (holders != 2) continue;
    verdicts.push_back(
        {.outcome = Outcome::failed,
         .message = "duplicate",
         .element = element,
         .values = {{"id", shown(id, 60)}, {"attribute", std::string(found->second.attribute)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule duplicate_id_referenced = define({
    .id = "wcag/duplicate-id-referenced",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"4.1.2", "1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
