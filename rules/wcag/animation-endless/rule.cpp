// Text that a style sheet moves or blinks for ever, with no way to stop it.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/content.h"
#include "rules/support/text_extent.h"
#include "rules/support/used_styles.h"
#include "scanner/base/text.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

using css::Property;

bool is_endless(const css::Value& count) { return count.text().find("infinite") != std::string_view::npos; }

bool is_moved(const css::Style& style) {
  return is_endless(style[Property::animation_iteration_count]) &&
         !style[Property::animation_name].is("none") &&
         style[Property::animation_play_state].text() != "paused";
}

// A sheet asks whether the reader wants less movement.
bool respects_readers(const css::Styles& styles) {
  constexpr css::Environment kAny = {};
  constexpr css::Environment kReduced = {.motion = css::Motion::reduced};
  for (const css::SheetUse& use : styles.sheets()) {
    for (const css::Condition& condition : use.sheet->conditions) {
      if (condition.kind == css::Condition::Kind::media &&
          condition.media.matches(kAny) != condition.media.matches(kReduced))
        return true;
    }
  }
  return false;
}

// The sign of waiting turns until something has come.
bool is_waiting_sign(html::Element element, std::string_view name) {
  const std::string_view classes = element.attribute_or("class", "").substr(0, 500);
  for (std::string_view part : {"spin", "load", "skeleton", "progress", "shimmer", "wait", "carga"}) {
    if (ascii_icontains(name, part) || ascii_icontains(classes, part)) return true;
  }
  return false;
}

bool has_words(html::Element element) {
  constexpr std::size_t kWords = 8;  // characters
  constexpr int kMaxNodes = 100;
  std::size_t count = 0;
  int seen = 0;
  for (html::Node node = element.first_child_node(); node && seen < kMaxNodes && count < kWords;
       node = node.next_in(element), ++seen) {
    if (node.is_text()) count += characters(node.text(), kWords);
  }
  return count >= kWords;
}

Verdicts check(const facts::Page& page) {
  const css::Styles& styles = page.styles();
  Verdicts verdicts;
  for (html::Element element : page.shared<UsedStyles>().elements_with(is_moved)) {
    const css::Value& name = styles.of(element)[Property::animation_name];
    if (!page.tree().is_in_sight(element) || is_waiting_sign(element, name.text()) || !has_words(element))
      continue;
    if (verdicts.empty() && respects_readers(styles)) return {{Outcome::passed}};
    verdicts.push_back(
        {.outcome = Outcome::cant_tell,
         .message = "endless",
         .element = element,
         .values = {{"text", shown(beginning_of(element), 60)}, {"name", shown(name.text(), 40)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule animation_endless = define({
    .id = "wcag/animation-endless",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.2.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
