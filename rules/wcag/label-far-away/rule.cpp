// A label at the left edge of a wide form and its field at the right one.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/text_extent.h"
#include "rules/support/used_styles.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

constexpr double kWide = 600;  // px: what an eye, or a magnified screen, does not span

bool floats(const css::Style& style, std::string_view side) {
  return style[css::Property::float_].is(side) && style[css::Property::width].is("auto");
}

bool is_field(html::Element element) {
  return element.is("input") || element.is("select") || element.is("textarea");
}

// Only where both float to their edges, and nothing narrows what they float in.
Verdicts check(const facts::Page& page) {
  const css::Styles& styles = page.styles();
  const auto floats_right = [](const css::Style& style) { return floats(style, "right"); };
  if (page.shared<UsedStyles>().asked(floats_right).empty()) return {};
  Verdicts verdicts;
  bool passed = false;
  for (html::Element label : page.document().all("label")) {
    const html::Element field = label.next_sibling();
    if (!field || !is_field(field)) continue;
    if (!floats(styles.of(label), "left") || !floats(styles.of(field), "right")) continue;
    if (!page.tree().is_in_sight(field)) continue;
    passed = true;
    const Room room = room_in(label.parent(), styles);
    if (!room.sure || room.width < kWide) continue;
    verdicts.push_back({.outcome = Outcome::cant_tell,
                        .message = "far",
                        .element = label,
                        .values = {{"label", shown(beginning_of(label), 60)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule label_far_away = define({
    .id = "wcag/label-far-away",
    .severity = Severity::info,
    .confidence = Confidence::low,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
