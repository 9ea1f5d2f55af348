// An id that several elements have. Where labels or ARIA refer to it, duplicate-id-referenced speaks.
#include "rules/rule.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

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

// The parser repeats what is left open (<a id=x/>): nobody wrote the second one.
bool is_copy(html::Element element, html::Element first) {
  return element.source().data() == first.source().data() && !element.source().empty();
}

// The second element that was written with this id; null where there is none. Drawings bring the ids of their
// parts along, and each drawing finds its own.
html::Element second_of(std::span<const html::Element> holders) {
  html::Element first;
  for (html::Element holder : holders) {
    if (!holder.in_html_namespace()) continue;
    if (!first) first = holder;
    if (holder != first && !is_copy(holder, first)) return holder;
  }
  return {};
}

std::vector<html::Element> repeated(const html::Document& document) {
  std::vector<html::Element> seconds;
  std::string_view before;
  for (html::Element element : document.with_repeated_id()) {
    const std::string_view id = element.attribute_or("id", "");
    if (id == before) continue;
    before = id;
    if (const html::Element second = second_of(document.all_by_id(id))) seconds.push_back(second);
  }
  std::ranges::sort(seconds, {}, &html::Element::index);
  return seconds;
}

bool has_id(html::Element element) {
  return element.in_html_namespace() && !element.attribute_or("id", "").empty();
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const std::vector<html::Element> seconds = repeated(document);
  if (seconds.empty()) {
    const bool any = std::ranges::any_of(document.with_attribute("id"), has_id);
    return any ? Verdicts{{Outcome::passed}} : Verdicts{};
  }
  const auto referenced = referenced_ids(document);
  Verdicts verdicts;
  for (html::Element element : seconds) {
    const std::string_view id = element.attribute_or("id", "");
    if (referenced.contains(id)) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "duplicate",
                        .element = element,
                        .values = {{"id", shown(id, 60)}}});
    if (verdicts.size() == kMaxFindings) break;
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
