// A script that rewrites text again and again, and no control to stop it.
#include "rules/rule.h"

#include <string>

#include "rules/support/control_words.h"
#include "rules/support/inline_script.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxScript = 64U << 10;

bool rewrites(std::string_view script) {
  if (script.find("setInterval") == std::string_view::npos) return false;
  const std::string compact = compact_script(script, kMaxScript);
  // One that is cleared ends by itself, or by something on the page.
  return contains_any(compact, {"setInterval("}) && !contains_any(compact, {"clearInterval("}) &&
         contains_any(compact, {".innerHTML=", ".textContent=", ".innerText=", ".nodeValue="});
}

// WCAG 2.2 SC 2.2.2. What the script does, only its run tells.
Verdicts check(const facts::Page& page) {
  for (std::string_view script : inline_scripts(page)) {
    if (!rewrites(script)) continue;
    if (has_control_for("change", page)) return {{Outcome::passed}};
    return {{.outcome = Outcome::cant_tell, .message = "interval"}};
  }
  return {};
}

}  // namespace

extern constexpr Rule text_changes_alone = define({
    .id = "wcag/text-changes-alone",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"2.2.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
