// A page that follows the movements of the device, and no control to switch that off.
#include "rules/rule.h"

#include <string>

#include "rules/support/content.h"
#include "rules/support/control_words.h"
#include "rules/support/inline_script.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxScript = 64U << 10;

bool listens(std::string_view script) {
  const std::string compact = compact_script(script, kMaxScript);
  return contains_any(compact,
                      {"addEventListener('devicemotion'", "addEventListener(\"devicemotion\"",
                       "addEventListener('deviceorientation'", "addEventListener(\"deviceorientation\"",
                       "ondevicemotion=", "ondeviceorientation="});
}

html::Element listener(const facts::Page& page) {
  for (std::string_view handler : {"ondevicemotion", "ondeviceorientation"}) {
    const auto elements = page.document().with_attribute(handler);
    if (!elements.empty()) return elements.front();
  }
  for (html::Element script : page.document().all("script")) {
    const std::string_view text = script.has("src") ? "" : script.first_child_node().text();
    if (text.find("device") != std::string_view::npos && listens(text)) return script;
  }
  return {};
}

// ACT c249d5: the user can disable motion based changes from the page.
Verdicts check(const facts::Page& page) {
  const html::Element element = listener(page);
  if (!element) return {};
  if (has_control_for("motion", page)) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed, .message = "motion", .element = element}};
}

}  // namespace

extern constexpr Rule motion_without_switch = define({
    .id = "wcag/motion-without-switch",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.5.4"}, .act = {"c249d5"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
