#include "rules/support/fixed_spacing.h"

#include <string>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/decimal.h"
#include "rules/support/style_attribute.h"
#include "rules/support/text_extent.h"
#include "scanner/css/value/property.h"

namespace veedor::rules {
namespace {

// Those whose style="" may say !important: hardly any.
struct InsistingElements {
  explicit InsistingElements(const facts::Page& page) {
    for (html::Element element : page.document().with_attribute("style")) {
      if (element.attribute_or("style", "").find('!') != std::string_view::npos) all.push_back(element);
    }
  }
  std::vector<html::Element> all;
};

constexpr double kTolerance = 1e-4;  // 3px of 25px is 0.12, but not in binary

}  // namespace

Spacing spacing_of(const css::Style& style, css::Property longhand, double factor) {
  const css::Value& value = style[longhand];
  const double size = style.font_size();
  double spacing = 0;  // normal
  if (value.is_length()) spacing = value.number();
  if (value.kind() == css::ValueKind::percentage) spacing = value.number() * size / 100;
  return {.enough = spacing >= (factor - kTolerance) * size, .em = size > 0 ? spacing / size : 0};
}

Verdicts fixed_spacing(const facts::Page& page, css::Property longhand, MeasureSpacing measure,
                       SpacingApplies applies) {
  const html::Document& document = page.document();
  const css::Styles& styles = page.styles();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : page.shared<InsistingElements>().all) {
    if (!element.in_html_namespace() || !fixes_with_important(element, longhand, document.quirks_mode()) ||
        !has_visible_text_child(element, page.tree()) || (applies != nullptr && !applies(element, styles)))
      continue;
    const Spacing spacing = measure(element, styles);
    if (spacing.enough) {
      passed = true;
      continue;
    }
    verdicts.push_back(
        {.outcome = Outcome::failed,
         .message = "fixed",
         .element = element,
         .values = {{"text", shown(beginning_of(element), 60)}, {"value", decimal(spacing.em, 2)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace veedor::rules
