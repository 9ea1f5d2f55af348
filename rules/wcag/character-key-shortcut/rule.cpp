// A shortcut of a single character: speech and slips of the finger set it off.
#include "rules/rule.h"

#include <string>

#include "rules/support/inline_script.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxScript = 64U << 10;

// Of the whole page: a field may listen to what is typed into it.
bool listens_everywhere(std::string_view compact) {
  for (std::string_view event : {"keydown", "keypress", "keyup"}) {
    for (std::string_view target : {"document", "window", "body"}) {
      for (char quote : {'\'', '"'}) {
        const std::string call =
            std::string(target) + ".addEventListener(" + quote + std::string(event) + quote;
        if (compact.find(call) != std::string_view::npos) return true;
      }
      if (compact.find(std::string(target) + ".on" + std::string(event) + "=") != std::string_view::npos)
        return true;
    }
  }
  return false;
}

// event.key === 's'
bool compares_character(std::string_view compact) {
  for (std::size_t at = compact.find(".key=="); at != std::string_view::npos;
       at = compact.find(".key==", at + 1)) {
    std::size_t i = at + 6;
    if (i < compact.size() && compact[i] == '=') ++i;
    if (i + 2 < compact.size() && (compact[i] == '\'' || compact[i] == '"') && compact[i + 2] == compact[i] &&
        compact[i + 1] > ' ')
      return true;
  }
  return false;
}

bool asks_modifier(std::string_view compact) {
  return contains_any(compact, {"ctrlKey", "altKey", "metaKey", "getModifierState"});
}

// WCAG 2.2 SC 2.1.4. Whether it can be switched off, only its run tells.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (std::string_view script : inline_scripts(page)) {
    if (script.find("key") == std::string_view::npos) continue;
    const std::string compact = compact_script(script, kMaxScript);
    if (!listens_everywhere(compact)) continue;
    if (compares_character(compact) && !asks_modifier(compact))
      return {{.outcome = Outcome::cant_tell, .message = "shortcut"}};
    if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule character_key_shortcut = define({
    .id = "wcag/character-key-shortcut",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"2.1.4"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
