// Colours of text written into the elements themselves, one by one: nobody can change them in one place, and
// readers who need other colours hardly can.
#include "rules/rule.h"

#include <string>

#include "rules/support/contrast.h"
#include "rules/support/contrast_reading.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

using css::Property;

bool sets_colour(html::Element element, const css::Styles& styles) {
  const css::Style& style = styles.of(element);
  const html::Element parent = element.parent();
  const bool own = !parent || styles.of(parent).slot(Property::color).from != style.slot(Property::color).from;
  return own && element.in_html_namespace() && ascii_icontains(element.attribute_or("style", ""), "color") &&
         styles.provenance(style, Property::color).source == css::Source::style_attribute;
}

Verdicts check(const facts::Page& page) {
  const css::Styles& styles = page.styles();
  html::Element first;
  int count = 0;
  bool looked = false;
  for (html::Element element : page.document().with_attribute("style")) {
    looked = true;
    if (!sets_colour(element, styles) || !page.tree().is_in_sight(element)) continue;
    if (!first) first = element;
    ++count;
  }
  if (!looked) return {};
  if (!first) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = count == 1 ? "inline" : "inline-many",
           .element = first,
           .values = {{"count", std::to_string(count)},
                      {"colour", colour_text(text_colour(styles.of(first)))}},
           .cause = "inline"}};
}

}  // namespace

extern constexpr Rule inline_colour = define({
    .id = "wcag/inline-colour",
    .severity = Severity::info,
    .confidence = Confidence::low,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
