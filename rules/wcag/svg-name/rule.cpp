// An SVG drawing that is declared to be an image and has no name.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"

namespace veedor::rules::wcag {
namespace {

// ACT 7d6734: only where the author gave the role.
bool is_svg_image(html::Element element, const a11y::Tree& tree) {
  if (element.in_html_namespace() || explicit_role(element).empty()) return false;
  const std::string_view role = tree.role(element);
  return role == "img" || role == "graphics-document" || role == "graphics-symbol";
}

// Inside a button or another image the outer one's name speaks for all (WAI-ARIA 1.2 §5.2.8); a <symbol> is
// drawn elsewhere.
bool is_covered(html::Element element, const a11y::Tree& tree) {
  int depth = 0;
  for (html::Element outer = element.parent(); outer && depth < a11y::kMaxLevels;
       outer = outer.parent(), ++depth) {
    if (outer.is("symbol") || outer.is("button")) return true;
    const std::string_view role = outer.has("role") ? tree.role(outer) : "";
    if (role == "button" || role == "img") return true;
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (html::Element element : page.document().with_attribute("role")) {
    if (!is_svg_image(element, tree) || is_covered(element, tree) || tree.is_excluded(element)) continue;
    if (!tree.name(element).empty()) {
      verdicts.push_back({Outcome::passed});
    } else if (!class_says_hidden(element) || !unread) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "no-name",
                          .element = element,
                          .values = {{"drawing", shown_tag(element)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule svg_name = define({
    .id = "wcag/svg-name",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.1.1"}, .act = {"7d6734"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
