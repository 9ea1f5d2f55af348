// Numbers in ARIA attributes that cannot be: entry 7 of 5, 120 of at most 100, level 0.
#include "rules/rule.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

std::optional<double> number(html::Element element, std::string_view attribute) {
  const std::string_view text = trim(element.attribute_or(attribute, ""));
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

std::string written(html::Element element, std::string_view attribute) {
  return shown(trim(element.attribute_or(attribute, "")), 40);
}

Verdict failure(html::Element element, std::string_view key, std::string_view attribute,
                std::string_view limit) {
  return {.outcome = Outcome::failed,
          .message = key,
          .element = element,
          .values = {{"element", shown_tag(element)},
                     {"attribute", std::string(attribute)},
                     {"value", written(element, attribute)},
                     {"limit", std::string(limit)},
                     {"bound", written(element, limit)}}};
}

// ARIA 1.2 §6.6: they count from 1.
void judge_counts(const facts::Page& page, Verdicts& verdicts, bool& passed) {
  constexpr auto kCounts = std::to_array<std::string_view>(
      {"aria-level", "aria-posinset", "aria-colindex", "aria-rowindex", "aria-colspan"});
  for (std::string_view attribute : kCounts) {
    for (html::Element element : page.document().with_attribute(attribute)) {
      const auto value = number(element, attribute);
      if (!value) continue;
      if (*value >= 1) {
        passed = true;
      } else if (!page.tree().is_excluded(element)) {
        verdicts.push_back(failure(element, "count", attribute, ""));
      }
    }
  }
}

// `attribute` above or, where `sign` is negative, below `limit`.
void judge_limit(const facts::Page& page, std::string_view attribute, std::string_view limit, int sign,
                 Verdicts& verdicts, bool& passed) {
  for (html::Element element : page.document().with_attribute(attribute)) {
    const auto value = number(element, attribute);
    const auto bound = number(element, limit);
    // aria-setsize="-1": the size is not known.
    if (!value || !bound || (limit == "aria-setsize" && *bound <= 0)) continue;
    if ((*value - *bound) * sign <= 0) {
      passed = true;
    } else if (!page.tree().is_excluded(element)) {
      verdicts.push_back(failure(element, sign > 0 ? "above" : "below", attribute, limit));
    }
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  judge_counts(page, verdicts, passed);
  judge_limit(page, "aria-posinset", "aria-setsize", 1, verdicts, passed);
  judge_limit(page, "aria-valuenow", "aria-valuemax", 1, verdicts, passed);
  judge_limit(page, "aria-valuenow", "aria-valuemin", -1, verdicts, passed);
  judge_limit(page, "aria-valuemin", "aria-valuemax", 1, verdicts, passed);
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_value_out_of_range = define({
    .id = "wcag/aria-value-out-of-range",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
