// Content that style sheets turn by a quarter when the device is turned: it stays locked in one orientation.
#include "rules/rule.h"

#include <cmath>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/rotation.h"
#include "rules/support/text_extent.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

// A window and the same one turned; the last two differ in nothing but the orientation.
struct Pair {
  css::Environment landscape;
  css::Environment portrait;
};
constexpr Pair kDesktop = {.landscape = {.width = 1280, .height = 1024},
                           .portrait = {.width = 1024, .height = 1280}};
constexpr Pair kPhone = {.landscape = {.width = 800, .height = 400},
                         .portrait = {.width = 400, .height = 800}};
constexpr double kTolerance = 1;  // degrees: 1.57rad is nearly a quarter turn

bool differs(const css::Condition& condition, const Pair& pair) {
  return condition.kind == css::Condition::Kind::media &&
         condition.media.matches(pair.landscape) != condition.media.matches(pair.portrait);
}

bool turns(const css::Sheet& sheet, const css::Block& block) {
  for (std::size_t i = block.first; i < block.first + block.count; ++i) {
    const css::Property property = sheet.declarations[i].property;
    if (property == css::Property::transform || property == css::Property::rotate) return true;
  }
  return false;
}

// Does a sheet turn anything in one orientation only?
bool asks(const css::Styles& styles, const Pair& pair) {
  for (const css::SheetUse& use : styles.sheets()) {
    const css::Sheet& sheet = *use.sheet;
    if (sheet.conditions.size() <= 1) continue;
    for (const css::StyleRule& rule : sheet.rules) {
      if (rule.condition != 0 && differs(sheet.conditions[rule.condition], pair) &&
          turns(sheet, sheet.blocks[rule.block]))
        return true;
    }
  }
  return false;
}

bool is_quarter(double degrees) {
  const double rest = std::abs(std::remainder(degrees, 180));
  return std::abs(rest - 90) <= kTolerance;
}

bool has_content(html::Element element) {
  constexpr int kMaxNodes = 300;
  int seen = 0;
  for (html::Node node = element.first_child_node(); node && seen < kMaxNodes;
       node = node.next_in(element), ++seen) {
    if (node.is_text() ? characters(node.text(), 2) > 1 : node.element().is("img")) return true;
  }
  return false;
}

void compare(const facts::Page& page, const Pair& pair, Verdicts& verdicts) {
  const css::Styles& landscape = page.styles(pair.landscape);
  const css::Styles& portrait = page.styles(pair.portrait);
  for (html::Element element : page.document().elements()) {
    if (!element.in_html_namespace()) continue;
    const auto before = rotation_of(landscape.of(element));
    const auto after = rotation_of(portrait.of(element));
    if (!before || !after || (*before == 0 && *after == 0)) continue;
    if (landscape.of(element).not_rendered() || portrait.of(element).not_rendered() ||
        !page.tree().is_in_sight(element) || !has_content(element))
      continue;
    if (!is_quarter(*after - *before)) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = *after == 0 ? "landscape" : "portrait",
                        .element = element,
                        .values = {{"element", shown_tag(element)}}});
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  if (asks(page.styles(), kDesktop)) compare(page, kDesktop, verdicts);
  if (verdicts.empty() && asks(page.styles(), kPhone)) compare(page, kPhone, verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule orientation_locked = define({
    .id = "wcag/orientation-locked",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.3.4"}, .act = {"b33eff"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
