// Fields whose border, and icons whose lines, are hard to tell from what is around them (WCAG 2.2 SC 1.4.11).
// What the browser draws by itself is not the page's doing.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "rules/support/colour_source.h"
#include "rules/support/content.h"
#include "rules/support/contrast.h"
#include "rules/support/contrast_check.h"
#include "rules/support/seen_texts.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/generated_text.h"

namespace veedor::rules::wcag {
namespace {

using css::Colour;
using css::Property;
using css::Style;

constexpr double kRequired = 3;
constexpr int kMaxInside = 12;  // nodes of a control that are looked at

struct Side {
  Property width, style, colour;
};
constexpr auto kSides = std::to_array<Side>({
    {Property::border_bottom_width, Property::border_bottom_style, Property::border_bottom_color},
    {Property::border_top_width, Property::border_top_style, Property::border_top_color},
    {Property::border_left_width, Property::border_left_style, Property::border_left_color},
    {Property::border_right_width, Property::border_right_style, Property::border_right_color},
});

// The one opaque colour that is surely there.
std::optional<Colour> sure_colour(const Surface& surface) {
  if (!surface.is_plain() || surface.doubt != Doubt::none) return {};
  return as_shown(surface.colours[0]);
}

// Drawn by the browser as it likes: its own colours, or a system's.
bool is_by_browser(const css::Styles& styles, const Style& style) {
  for (Property property : {Property::border_top_color, Property::border_bottom_color,
                            Property::border_bottom_width, Property::background_color}) {
    const css::Source source = styles.provenance(style, property).source;
    if (source != css::Source::user_agent && source != css::Source::initial) return false;
  }
  return true;
}

// Another line or shade may be its border.
bool has_other_lines(const Style& style) {
  const bool outlined = !style[Property::outline_style].is("none") && style[Property::outline_width].number() > 0;
  return outlined || !style[Property::box_shadow].is("none") || !style[Property::background_image].is("none") ||
         !style[Property::border_image_source].is("none") || style[Property::opacity].number() < 1;
}

// The clearest side of a border, against what is around it.
struct Line {
  Colour colour;
  Property property = Property::border_top_color;
  double ratio = 0;
};
Line clearest_line(const Style& style, Colour around) {
  Line best;
  for (const Side& side : kSides) {
    const Colour colour = style.colour(side.colour);
    if (style[side.width].number() <= 0 || colour.alpha <= 0) continue;
    const Colour seen = as_shown(over(colour, around));
    const double ratio = contrast(seen, around);
    if (ratio > best.ratio) best = {seen, side.colour, ratio};
  }
  return best;
}

class Check {
 public:
  explicit Check(const facts::Page& page)
      : page_(page), styles_(page.styles()), backdrops_(backdrops_of(page)), exemptions_(page) {}

  Verdicts run() {
    for (std::string_view tag : {"input", "select", "textarea"}) {
      for (html::Element field : page_.document().all(tag)) look_at_field(field);
    }
    for (std::string_view tag : {"a", "button"}) {
      for (html::Element control : page_.document().all(tag)) look_at_icon(control);
    }
    if (passed_) verdicts_.push_back({Outcome::passed});
    return std::move(verdicts_);
  }

 private:
  bool is_drawn_field(html::Element field) const {
    if (field.is("select") || field.is("textarea") || is_text_field(field)) return true;
    const std::string_view type = a11y::input_type(field);
    return (type == "checkbox" || type == "radio") && styles_.of(field)[Property::appearance].is("none") &&
           !styles_.reactions(field).generates;
  }

  void look_at_field(html::Element field) {
    if (!is_drawn_field(field) || !page_.tree().is_in_sight(field)) return;
    if (!passed_) passed_ = !exemptions_.exempt(field);
    const Style& style = styles_.of(field);
    if (has_other_lines(style) || is_by_browser(styles_, style)) return;
    const std::optional<Colour> around = sure_colour(backdrops_.around(field));
    const std::optional<Colour> inside = sure_colour(backdrops_.of(field));
    if (!around || !inside) return;
    const Line line = clearest_line(style, *around);
    // Without a border and a background of its own the box around it is the field that is seen.
    if (line.ratio == 0 || std::max(line.ratio, contrast(*inside, *around)) >= kRequired) return;
    if (exemptions_.exempt(field)) return;
    tell("field", field, line.colour, *around, line.ratio, colour_source(styles_, style, line.property, "ButtonBorder"));
  }

  void look_at_icon(html::Element control) {
    const html::Element icon = only_icon(control);
    if (!icon || !page_.tree().is_in_sight(icon) || exemptions_.exempt(control)) return;
    const std::optional<Colour> behind = sure_colour(backdrops_.of(icon));
    if (!behind) return;
    if (icon.is("svg")) {
      look_at_drawing(control, icon, *behind);
    } else {
      look_at_sign(control, icon, *behind);
    }
  }

  // The element that is all that one sees of a control.
  static html::Element only_icon(html::Element control) {
    html::Element icon;
    int seen = 0;
    for (html::Node node = control.first_child_node(); node && seen < kMaxInside; ++seen) {
      if (node.is_text() && !a11y::is_blank(node.text())) return {};
      const html::Element element = node.element();
      if (element && !element.first_child_node() && icon) return {};
      const bool drawing = element && element.is("svg");
      if (element && (element.is("img") || element.is("picture") || element.is("canvas"))) return {};
      if (drawing || (element && !element.first_child_node())) icon = element;
      node = drawing ? node.next_in_skipping_children(control) : node.next_in(control);
    }
    return seen < kMaxInside ? icon : html::Element();
  }

  // All shapes of one colour.
  void look_at_drawing(html::Element control, html::Element drawing, Colour behind) {
    std::optional<Colour> colour;
    const Style* painted = nullptr;
    int seen = 0;
    for (html::Element shape = drawing.first_child(); shape; shape = shape.next_in(drawing)) {
      if (++seen > kMaxInside || !shape.is("path")) return;
      const Style& style = styles_.of(shape);
      const css::Value& fill = style[Property::fill];
      const Colour one = style.colour(Property::fill);
      const bool plain = (fill.kind() == css::ValueKind::colour || fill.is("currentcolor")) && one.alpha >= 1 &&
                         style[Property::stroke].is("none") && style[Property::fill_opacity].number() >= 1;
      if (!plain || (colour && *colour != one)) return;
      colour = one;
      painted = &style;
    }
    if (painted != nullptr) judge_icon(control, *colour, behind, *painted, Property::fill);
  }

  // A sign of an icon font, written by a style sheet.
  void look_at_sign(html::Element control, html::Element icon, Colour behind) {
    if (!styles_.reactions(icon).generates) return;
    const Style* const style = styles_.of(icon, css::PseudoElement::before);
    if (style == nullptr || style->not_rendered()) return;
    const std::string sign = a11y::generated_text((*style)[Property::content].text(), icon);
    if (a11y::is_blank(sign) || has_words(sign) || text_colour(*style).alpha < 1) return;
    judge_icon(control, text_colour(*style), behind, *style, Property::color);
  }

  void judge_icon(html::Element control, Colour colour, Colour behind, const Style& style, Property property) {
    passed_ = true;
    const double ratio = contrast(as_shown(colour), behind);
    if (ratio >= kRequired || as_shown(colour) == behind) return;
    tell("icon", control, as_shown(colour), behind, ratio, colour_source(styles_, style, property, "CanvasText"));
  }

  void tell(std::string_view key, html::Element element, Colour colour, Colour around, double ratio,
            const ColourSource& source) {
    if (lacks_styles(styles_)) return;
    const std::array<Colour, 1> backgrounds = {around};
    const Colour better = nearest_passing(colour, backgrounds, kRequired).value_or(colour);
    const std::string_view name = page_.tree().name(element);
    Verdict verdict{.outcome = Outcome::failed, .message = key, .element = element};
    verdict.values = {{"control", name.empty() ? shown_tag(element) : shown(name, 60)},
                      {"colour", colour_text(colour)},
                      {"colour_from", source.place},
                      {"around", colour_text(around)},
                      {"ratio", ratio_text(ratio)},
                      {"better", colour_text(better)}};
    verdict.cause.append(key).append(" ").append(colour_text(colour)).append(" ");
    verdict.cause.append(colour_text(around)).append(" ").append(source.selector);
    verdicts_.push_back(std::move(verdict));
  }

  const facts::Page& page_;
  const css::Styles& styles_;
  Backdrops& backdrops_;
  ContrastExemptions exemptions_;
  Verdicts verdicts_;
  bool passed_ = false;
};

Verdicts check(const facts::Page& page) { return Check(page).run(); }

}  // namespace

extern constexpr Rule contrast_non_text = define({
    .id = "wcag/contrast-non-text",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.4.11"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
