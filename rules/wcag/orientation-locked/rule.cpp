// Content that style sheets turn by a quarter when the device is turned: it stays locked in one orientation.
#include "rules/rule.h"

#include <array>
#include <cmath>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/rotation.h"
#include "rules/support/rule_subject.h"
#include "rules/support/text_extent.h"
#include "scanner/base/text.h"
#include "scanner/css/declared.h"
#include "scanner/css/value/property.h"
#include "scanner/html/flat_tree.h"

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
constexpr double kTolerance = 1;              // degrees: 1.57rad is nearly a quarter turn
constexpr std::size_t kMaxSubjects = 20'000;  // elements compared with selectors

bool differs(const css::Condition& condition, const Pair& pair) {
  return condition.kind == css::Condition::Kind::media &&
         condition.media.matches(pair.landscape) != condition.media.matches(pair.portrait);
}

constexpr auto kTurning = std::to_array({css::Property::transform, css::Property::rotate});

// Does a sheet turn anything in one orientation only?
bool asks(const css::Styles& styles, const Pair& pair) {
  for (const css::SheetUse& use : styles.sheets()) {
    const css::Sheet& sheet = *use.sheet;
    if (sheet.conditions.size() <= 1) continue;
    bool found = false;
    for (const css::Property property : kTurning) {
      css::for_each_rule_with(sheet, property, [&](const css::StyleRule& rule, const css::Declaration&) {
        found = found || (rule.condition != 0 && differs(sheet.conditions[rule.condition], pair));
      });
    }
    if (found) return true;
  }
  return false;
}

// Some rule that could turn things is for some windows only.
bool may_ask(const css::Styles& styles) {
  for (const css::SheetUse& use : styles.sheets()) {
    if (use.sheet->conditions.size() <= 1) continue;
    for (const css::Property property : kTurning) {
      for (const std::uint32_t block : use.sheet->declared->blocks_with(property)) {
        for (const css::StyleRule& rule : css::rules_of_block(*use.sheet, block)) {
          if (rule.condition != 0) return true;
        }
      }
    }
  }
  return false;
}

// Of a declared value: moving and scaling turn nothing.
bool may_turn(const css::Declaration& declaration) {
  const css::Value& value = declaration.value;
  if (value.kind() == css::ValueKind::unresolved) return true;
  if (declaration.property == css::Property::rotate) return !value.is("none");
  return ascii_icontains(value.text(), "rotate") || ascii_icontains(value.text(), "matrix");
}

bool may_be_on_page(const css::Sheet& sheet, const css::StyleRule& rule, const html::Document& document,
                    std::size_t& left) {
  const RuleSubject subject = subject_of(sheet, rule);
  if (subject.pseudo != css::PseudoElement::none) return false;
  if (subject.kind == css::SimpleKind::universal || left == 0) return true;
  return !elements_of(subject, document, left).empty() || left == 0;
}

// Does anything turn an element of the page, in whatever window? Where nothing does, which is nearly
// everywhere, other windows need no styles.
bool turns_something(const facts::Page& page) {
  const html::Document& document = page.document();
  if (document.quirks_mode() || !document.flat_tree().plain()) return true;  // names match more than here
  for (html::Element element : document.with_attribute("style")) {
    const std::string_view style = element.attribute_or("style", "");
    for (std::string_view part : {"rotate", "matrix", "var(", "\\"}) {
      if (ascii_icontains(style, part)) return true;
    }
  }
  std::size_t left = kMaxSubjects;
  for (const css::SheetUse& use : page.styles().sheets()) {
    bool found = false;
    for (const css::Property property : kTurning) {
      css::for_each_rule_with(
          *use.sheet, property, [&](const css::StyleRule& rule, const css::Declaration& declaration) {
            found = found || (may_turn(declaration) && may_be_on_page(*use.sheet, rule, document, left));
          });
    }
    if (found) return true;
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
  if (!may_ask(page.styles()) || !turns_something(page)) return verdicts;
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
