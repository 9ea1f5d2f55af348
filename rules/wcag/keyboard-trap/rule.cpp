// A control that takes the focus back as soon as it is left: the keyboard cannot get past it.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/inline_script.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool focuses_itself(std::string_view script, html::Element element) {
  for (std::string_view call : {"this.focus()", "event.target.focus()", "event.currentTarget.focus()"}) {
    const std::size_t at = script.find(call);
    if (at != std::string_view::npos &&
        (at == 0 || (!is_ascii_alnum(script[at - 1]) && script[at - 1] != '.')))
      return true;
  }
  const std::string_view id = element.attribute_or("id", "");
  if (id.empty() || id.size() > 100) return false;
  for (char quote : {'\'', '"'}) {
    const std::string call = std::string("getElementById(") + quote + std::string(id) + quote + ").focus()";
    if (script.find(call) != std::string_view::npos) return true;
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (std::string_view handler : {"onblur", "onfocusout"}) {
    for (html::Element element : page.document().with_attribute(handler)) {
      if (!tree.is_focusable(element)) continue;
      const std::string script = compact_script(element.attribute_or(handler, ""));
      if (!focuses_itself(script, element)) {
        passed = true;
      } else if (is_unconditional(script)) {  // one that asks first, of the value or of a key, may let go
        verdicts.push_back({.outcome = Outcome::failed,
                            .message = "refocus",
                            .element = element,
                            .values = {{"element", shown_tag(element)}}});
      } else {
        verdicts.push_back({.outcome = Outcome::cant_tell,
                            .message = "perhaps",
                            .element = element,
                            .values = {{"element", shown_tag(element)}}});
      }
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule keyboard_trap = define({
    .id = "wcag/keyboard-trap",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.wcag = {"2.1.2"}, .act = {"80af7b", "a1b64e"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
