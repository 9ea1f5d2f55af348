// An id that several elements have. Where labels or ARIA refer to it, duplicate-id-referenced speaks.
#include "rules/rule.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxFindings = 200;

// As in duplicate-id-referenced.
std::unordered_set<std::string_view> referenced_ids(const html::Document& document) {
  std::unordered_set<std::string_view> ids;
  for (std::string_view attribute :
       {"aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage",
        "aria-flowto", "aria-labelledby", "aria-owns", "for"}) {
    for (html::Element element : document.with_attribute(attribute)) {
      for (std::string_view id : split_whitespace(element.attribute_or(attribute, ""))) ids.insert(id);
    }
  }
  return ids;
}

struct Holder {
  html::Element first;
  bool repeated = false;
};

// The parser repeats what is left open (<a id=x/>): nobody wrote the second one.
bool is_copy(html::Element element, html::Element first) {
  return element.source().data() == first.source().data() && !element.source().empty();
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  std::unordered_map<std::string_view, Holder> holders;
  std::vector<html::Element> second;
  for (html::Element element : document.with_attribute("id")) {
    // Drawings bring the ids of their parts along, and each drawing finds its own.
    const std::string_view id = element.attribute_or("id", "");
    if (id.empty() || !element.in_html_namespace()) continue;
    const auto [found, fresh] = holders.try_emplace(id, Holder{element});
    if (fresh || found->second.repeated || is_copy(element, found->second.first)) continue;
    found->second.repeated = true;
    second.push_back(element);
  }
  if (holders.empty()) return {};
  if (second.empty()) return {{Outcome::passed}};
  const auto referenced = referenced_ids(document);
  Verdicts verdicts;
  for (html::Element element : second) {
    const std::string_view id = element.attribute_or("id", "");
    if (referenced.contains(id) || verdicts.size() >= kMaxFindings) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "duplicate",
                        .element = element,
                        .values = {{"id", shown(id, 60)}}});
  }
  if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule id_duplicate = define({
    .id = "wcag/id-duplicate",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
