// An attribute that looks like ARIA and does not exist, so that browsers ignore it.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/support/content.h"

namespace veedor::rules::wcag {
namespace {

// WAI-ARIA 1.2 §6.6, with the attributes that drafts of 1.3 add; without the "aria-" in front.
constexpr auto kAttributes = std::to_array<std::string_view>({
    "actions",
    "activedescendant",
    "atomic",
    "autocomplete",
    "braillelabel",
    "brailleroledescription",
    "busy",
    "checked",
    "colcount",
    "colindex",
    "colindextext",
    "colspan",
    "controls",
    "current",
    "describedby",
    "description",
    "details",
    "disabled",
    "dropeffect",
    "errormessage",
    "expanded",
    "flowto",
    "grabbed",
    "haspopup",
    "hidden",
    "invalid",
    "keyshortcuts",
    "label",
    "labelledby",
    "level",
    "live",
    "modal",
    "multiline",
    "multiselectable",
    "orientation",
    "owns",
    "placeholder",
    "posinset",
    "pressed",
    "readonly",
    "relevant",
    "required",
    "roledescription",
    "rowcount",
    "rowindex",
    "rowindextext",
    "rowspan",
    "selected",
    "setsize",
    "sort",
    "valuemax",
    "valuemin",
    "valuenow",
    "valuetext",
});
static_assert(std::ranges::is_sorted(kAttributes));

constexpr std::size_t kLongest = 30;
constexpr int kNear = 3;

// Levenshtein's distance of two short words.
int distance(std::string_view a, std::string_view b) {
  std::array<int, kLongest + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// What was probably meant; "" where nothing is near.
std::string_view nearest(std::string_view name) {
  if (name.size() > kLongest) return "";
  std::string_view best;
  int least = std::min(kNear, static_cast<int>(name.size()) / 2) + 1;
  for (std::string_view known : kAttributes) {
    const int far = distance(name, known);
    if (far < least) best = known, least = far;
  }
  return best;
}

Verdict failure(html::Element element, std::string_view attribute, std::string_view name) {
  const std::string_view better = nearest(name);
  return {.outcome = Outcome::failed,
          .message = better.empty() ? "unknown" : "misspelt",
          .element = element,
          .values = {{"attribute", shown(attribute, 40)}, {"better", "aria-" + std::string(better)}},
          .cause = "attribute " + shown(attribute, 40)};
}

Verdicts check(const facts::Page& page) {
  constexpr std::string_view kPrefix = "aria-";
  const html::Document& document = page.document();
  Verdicts verdicts;
  bool known = false;
  for (std::string_view attribute : document.attribute_names()) {
    if (!attribute.starts_with(kPrefix)) continue;
    const std::string_view name = attribute.substr(kPrefix.size());
    const auto elements = document.with_attribute(attribute);
    if (std::ranges::binary_search(kAttributes, name)) {
      known = known || !elements.empty();
      continue;
    }
    for (html::Element element : elements) verdicts.push_back(failure(element, attribute, name));
  }
  std::ranges::stable_sort(verdicts, {}, [](const Verdict& verdict) { return verdict.element.index(); });
  if (known) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_attribute_unknown = define({
    .id = "wcag/aria-attribute-unknown",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.act = {"5f99a7"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
