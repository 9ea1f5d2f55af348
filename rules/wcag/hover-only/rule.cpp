// Menus and hints that appear under the mouse only.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/inline_script.h"
#include "rules/support/reveal.h"
#include "rules/support/text_extent.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

void check_styles(const facts::Page& page, Verdicts& verdicts) {
  for (const Revealed& revealed : revealed_by_hover(page)) {
    if (revealed.by_focus) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::cant_tell,
                        .message = holds_focusable(revealed.element) ? "menu" : "hint",
                        .element = revealed.element,
                        .values = {{"text", shown(beginning_of(revealed.element), 60)}}});
  }
}

// To show or to open something, not to exchange a picture or a colour.
bool opens(std::string_view compact) {
  return ascii_icontains(compact, "display=") || ascii_icontains(compact, "visibility=") ||
         ascii_icontains(compact, "show") || ascii_icontains(compact, "open") ||
         ascii_icontains(compact, "tooltip");
}

// WCAG 2.2 technique SCR2: what the mouse opens, the focus opens, too.
void check_handlers(const facts::Page& page, Verdicts& verdicts) {
  for (std::string_view handler : {"onmouseover", "onmouseenter"}) {
    for (html::Element element : page.document().with_attribute(handler)) {
      if (!page.tree().is_in_sight(element) || !opens(compact_script(element.attribute_or(handler, ""))))
        continue;
      if (element.has("onfocus") || element.has("onfocusin") || element.has("onclick")) {
        verdicts.push_back({Outcome::passed});
        continue;
      }
      verdicts.push_back({.outcome = Outcome::cant_tell,
                          .message = "handler",
                          .element = element,
                          .values = {{"element", shown_tag(element)}}});
    }
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  check_styles(page, verdicts);
  check_handlers(page, verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule hover_only = define({
    .id = "wcag/hover-only",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"2.1.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
