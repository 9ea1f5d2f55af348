// An id that a label or ARIA refers to and that several elements have: browsers take the first, which may be
// the wrong one.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <span>
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

// Calls `visit` with each reference until it returns true: the id and the attribute that names it.
template <class Visit>
bool any_reference(const html::Document& document, const Visit& visit) {
  const auto any_of = [&](std::span<const html::Element> elements, std::string_view attribute) {
    return std::ranges::any_of(elements, [&](html::Element element) {
      return std::ranges::any_of(split_whitespace(element.attribute_or(attribute, "")),
                                 [&](std::string_view id) { return visit(id, attribute); });
    });
  };
  for (std::string_view tag : {"label", "output"}) {
    if (any_of(document.all(tag), "for")) return true;
  }
  return std::ranges::any_of(kReferences, [&](std::string_view attribute) {
    return any_of(document.with_attribute(attribute), attribute);
  });
}

using Attributes = std::unordered_map<std::string_view, std::string_view>;  // by id: that refers to it first

Attributes references(const html::Document& document) {
  Attributes attributes;
  any_reference(document, [&](std::string_view id, std::string_view attribute) {
    attributes.try_emplace(id, attribute);
    return false;
  });
  return attributes;
}

Verdict duplicate(html::Element second, std::string_view id, std::string_view attribute) {
  return {.outcome = Outcome::failed,
          .message = "duplicate",
          .element = second,  // that is never found
          .values = {{"id", shown(id, 60)}, {"attribute", std::string(attribute)}}};
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  Verdicts verdicts;
  if (!document.with_repeated_id().empty()) {
    const Attributes attributes = references(document);
    std::string_view before;
    for (html::Element element : document.with_repeated_id()) {
      const std::string_view id = element.attribute_or("id", "");
      const auto found = id == before ? attributes.end() : attributes.find(id);
      before = id;
      if (found != attributes.end()) verdicts.push_back(duplicate(element, id, found->second));
    }
    std::ranges::sort(verdicts, {}, [](const Verdict& verdict) { return verdict.element.index(); });
  }
  const auto leads_somewhere = [&](std::string_view id, std::string_view) { return !!document.by_id(id); };
  if (any_reference(document, leads_somewhere)) verdicts.push_back({Outcome::passed});
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
