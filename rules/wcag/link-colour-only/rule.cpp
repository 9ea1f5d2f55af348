// A link in a sentence that only its colour tells from the words around it (techniques F73 and G183).
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "rules/support/colour_source.h"
#include "rules/support/content.h"
#include "rules/support/contrast.h"
#include "rules/support/contrast_check.h"
#include "rules/support/contrast_reading.h"
#include "rules/support/running_text.h"

namespace veedor::rules::wcag {
namespace {

using css::Property;
using css::Style;

constexpr double kToldApart = 3;  // G183

bool has_box(const Style& style) {
  constexpr auto kBorders = std::to_array<std::pair<Property, Property>>({
      {Property::border_bottom_width, Property::border_bottom_color},
      {Property::border_top_width, Property::border_top_color},
      {Property::border_left_width, Property::border_left_color},
  });
  return std::ranges::any_of(kBorders,
                             [&](const auto& border) {
                               return style[border.first].number() > 0 &&
                                      style.colour(border.second).alpha > 0;
                             }) ||
         style.colour(Property::background_color).alpha > 0 ||
         !style[Property::background_image].is("none") || !style[Property::box_shadow].is("none");
}

bool is_underlined(const Style& style) { return !style[Property::text_decoration_line].is("none"); }

bool has_other_letters(const Style& link, const Style& around) {
  if (std::abs(link.font_weight() - around.font_weight()) >= 100 ||
      std::abs(link.font_size() - around.font_size()) >= 1)
    return true;
  return std::ranges::any_of(
      std::to_array({Property::font_style, Property::font_family, Property::text_transform,
                     Property::font_variant_caps, Property::letter_spacing, Property::text_shadow}),
      [&](Property property) { return link[property] != around[property]; });
}

bool has_sign(const css::Styles& styles, html::Element link) {
  if (styles.of(link, css::PseudoElement::before) != nullptr ||
      styles.of(link, css::PseudoElement::after) != nullptr)
    return true;
  constexpr int kMaxInside = 8;
  int seen = 0;
  for (html::Element inner = link.first_child(); inner && seen < kMaxInside;
       inner = inner.next_in(link), ++seen) {
    if (inner.is("img") || inner.is("svg") || inner.is("i")) return true;
  }
  return false;
}

// Is there anything but colour, from the letters up to the block?
bool is_told_apart(const css::Styles& styles, const LinkInText& found) {
  if (has_other_letters(styles.of(found.letters), *found.around) || has_sign(styles, found.link)) return true;
  constexpr int kMaxLevels = 8;
  int level = 0;
  for (html::Element up = found.letters; up && up != found.block && level < kMaxLevels;
       up = up.parent(), ++level) {
    if (is_underlined(styles.of(up)) || has_box(styles.of(up))) return true;
  }
  return false;
}

// G183 asks for more than the ratio: a sign when the link is pointed at.
bool has_cue_when_pointed_at(const css::Styles& styles, html::Element link) {
  const Style& rest = styles.of(link);
  const Style& pointed = styles.in_state(link, {.hover = true});
  return is_underlined(pointed) || has_box(pointed) || has_other_letters(pointed, rest);
}

Verdict verdict(const css::Styles& styles, const LinkInText& found) {
  const Style& style = styles.of(found.letters);
  const css::Colour colour = text_colour(style);
  const css::Colour around = text_colour(*found.around);
  const double ratio = contrast(colour, around);
  if (colour.alpha < 1 || around.alpha < 1) return {Outcome::passed};
  if (ratio >= kToldApart && has_cue_when_pointed_at(styles, found.link)) return {Outcome::passed};
  const bool same = as_shown(colour) == as_shown(around);
  const ColourSource source = text_source(styles, style, found.letters);
  Verdict verdict{.outcome = Outcome::failed, .message = "colour-only", .element = found.link};
  if (ratio >= kToldApart) {
    verdict.outcome = Outcome::cant_tell;
    verdict.message = "no-cue";
  } else if (same) {
    verdict.outcome = Outcome::cant_tell;
    verdict.message = "same-look";
  } else if (lacks_styles(styles)) {
    verdict.outcome = Outcome::cant_tell;
    verdict.message = "styles-unread";
  }
  verdict.values = {{"link", shown(found.link.text(), 60)},
                    {"colour", colour_text(colour)},
                    {"place", source.place},
                    {"around", colour_text(around)},
                    {"ratio", ratio_text(ratio)}};
  verdict.cause.append(verdict.message).append(" ").append(colour_text(colour)).append(" ");
  verdict.cause.append(colour_text(around)).append(" ").append(source.selector);
  return verdict;
}

Verdicts check(const facts::Page& page) {
  const css::Styles& styles = page.styles();
  Verdicts verdicts;
  bool passed = false;
  for_each_link_in_text(page, [&](const LinkInText& found) {
    if (page.tree().role(found.link) != "link") return;
    Verdict one = is_told_apart(styles, found) ? Verdict{Outcome::passed} : verdict(styles, found);
    if (one.outcome == Outcome::passed) {
      passed = true;
    } else {
      verdicts.push_back(std::move(one));
    }
  });
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_colour_only = define({
    .id = "wcag/link-colour-only",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.4.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
