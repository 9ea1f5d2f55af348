// Frames of the same name with different content: the list of frames does not tell them apart.
#include "rules/rule.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "rules/support/content.h"
#include "rules/support/same_resource.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxFrames = 200;
constexpr std::size_t kMaxScript = 64U << 10;

// A script that attaches a shadow tree takes away what stood in its host (DOM §4.2.2).
bool attaches_shadow_trees(const html::Document& document) {
  return std::ranges::any_of(document.all("script"), [](html::Element script) {
    const html::Node code = script.first_child_node();
    return code && code.text().substr(0, kMaxScript).find("attachShadow") != std::string_view::npos;
  });
}

Verdict failure(html::Element first, html::Element other, const facts::Page& page) {
  return {.outcome = Outcome::failed,
          .message = "different",
          .element = other,
          .values = {{"name", shown(page.tree().name(other), 60)},
                     {"first", shown(trim(first.attribute_or("src", "")))},
                     {"other", shown(trim(other.attribute_or("src", "")))}}};
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  std::unordered_map<std::string, html::Element> first_of;
  std::size_t seen = 0;
  for (html::Element frame : page.document().all("iframe")) {
    if (++seen > kMaxFrames) break;
    const std::string_view source = trim(frame.attribute_or("src", ""));
    if (source.empty() || frame.has("srcdoc") || tree.is_excluded(frame)) continue;
    const std::string name = ascii_lower(tree.name(frame));
    if (name.empty()) continue;
    const auto [place, fresh] = first_of.try_emplace(name, frame);
    if (fresh) continue;
    const std::string_view other = trim(place->second.attribute_or("src", ""));
    const Sameness sameness = compare(page, other, source);
    if (sameness == Sameness::same) {
      verdicts.push_back({Outcome::passed});
    } else if (sameness == Sameness::different && !attaches_shadow_trees(page.document())) {
      verdicts.push_back(failure(place->second, frame, page));
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule frames_same_name = define({
    .id = "wcag/frames-same-name",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"4.1.2"}, .act = {"4b1c6c"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
