// A frame whose title does not say what it holds.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (std::string_view tag : {"iframe", "frame"}) {
    for (html::Element frame : page.document().all(tag)) {
      const std::string_view name = tree.name(frame);
      if (name.empty() || tree.is_excluded(frame)) continue;
      const bool address = is_file_or_address(name);
      if (address || is_vague_frame(name)) {
        verdicts.push_back({.outcome = Outcome::failed,
                            .message = address ? "address" : "vague",
                            .element = frame,
                            .values = {{"title", shown(name, 60)}}});
      } else if (verdicts.empty()) {
        verdicts.push_back({Outcome::passed});
      }
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule frame_title_vague = define({
    .id = "wcag/frame-title-vague",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .references = {.wcag = {"4.1.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
