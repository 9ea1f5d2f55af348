#include "rules/support/seen_texts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>

#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/generated_text.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

using css::Property;

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// Texts of these are shown as fields show them, or not at all.
bool is_in_field(html::Element element) {
  const std::string_view tag = element.tag();
  return tag == "option" || tag == "optgroup" || tag == "textarea" || tag == "select";
}

template <class Visit>
class Texts {
 public:
  Texts(const facts::Page& page, const css::Styles& styles, Backdrops& backdrops, const Visit& visit,
        const std::vector<bool>& among)
      : page_(page), styles_(styles), backdrops_(backdrops), visit_(visit), among_(among) {}

  void run() {
    SeenText last;  // texts of one element look alike
    for (const a11y::Tree::Text& text : page_.tree().texts_in_sight()) {
      if (text.element != last.element) last = look_at(text.element);
      if (last.style == nullptr) continue;
      last.node = text.node;
      tell(last);
    }
    for (html::Element element : page_.shared<UsedStyles>().generating()) {
      if (is_wanted(element)) visit_generated(element);
    }
    for (html::Element input : page_.document().all("input")) visit_field(input);
    for (std::string_view tag : {"textarea", "select"}) {
      for (html::Element field : page_.document().all(tag)) visit_field(field);
    }
  }

 private:
  bool is_wanted(html::Element element) const { return among_.empty() || among_[element.index()]; }

  // Of its texts, without a node; without a style where they are none of these.
  SeenText look_at(html::Element element) {
    SeenText seen{.element = element};
    if (!is_wanted(element) || is_in_field(element)) return seen;
    seen.style = &styles_.of(element);
    seen.surface = &backdrops_.of(element);
    if (!element.in_html_namespace()) {
      const html::Element drawing = element.ancestor("svg");
      if (drawing) {
        seen.kind = TextKind::drawing;
        seen.on_shapes = has_shapes(drawing);
      }
    }
    return seen;
  }

  void tell(const SeenText& seen) {
    if (seen.surface->rendered && seen.style->visible()) visit_(seen);
  }

  bool has_shapes(html::Element drawing) {
    if (drawing == last_drawing_) return last_has_shapes_;
    constexpr std::array<std::string_view, 8> kShapes = {"rect",    "path",     "circle", "ellipse",
                                                         "polygon", "polyline", "image",  "use"};
    last_drawing_ = drawing;
    last_has_shapes_ = false;
    for (html::Element inner = drawing.next_in(drawing); inner && !last_has_shapes_;
         inner = inner.next_in(drawing))
      last_has_shapes_ = is_one_of(inner.tag(), kShapes);
    return last_has_shapes_;
  }

  void visit_generated(html::Element element) {
    for (css::PseudoElement pseudo : {css::PseudoElement::before, css::PseudoElement::after}) {
      const css::Style* const style = styles_.of(element, pseudo);
      if (style == nullptr || style->not_rendered() || !page_.tree().is_in_sight(element)) continue;
      const Surface& surface = backdrops_.with(backdrops_.of(element), *style);
      tell({.kind = TextKind::generated, .element = element, .style = style, .surface = &surface});
    }
  }

  void visit_field(html::Element field) {
    if (!is_wanted(field)) return;
    const bool button = is_button_input(field);
    if (!button && !is_text_field(field) && !field.is("select") && !field.is("textarea")) return;
    if (a11y::is_disabled(field) || !page_.tree().is_in_sight(field)) return;
    SeenText seen{.kind = button ? TextKind::text : TextKind::field, .element = field};
    seen.style = &styles_.of(field);
    seen.surface = &backdrops_.of(field);
    tell(seen);
    const bool hint = !button && !a11y::text_attribute(field, "placeholder").empty() &&
                      a11y::text_attribute(field, "value").empty();
    if (hint) visit_placeholder(field, *seen.surface);
  }

  // What a browser paints by default is not the page's doing.
  void visit_placeholder(html::Element field, const Surface& around) {
    const css::Style* const style = styles_.of(field, css::PseudoElement::placeholder);
    if (style == nullptr) return;
    const css::Source source = styles_.provenance(*style, Property::color).source;
    if (source == css::Source::user_agent || source == css::Source::initial) return;
    const Surface& surface = backdrops_.with(around, *style);
    tell({.kind = TextKind::placeholder, .element = field, .style = style, .surface = &surface});
  }

  const facts::Page& page_;
  const css::Styles& styles_;
  Backdrops& backdrops_;
  const Visit& visit_;
  const std::vector<bool>& among_;
  html::Element last_drawing_;
  bool last_has_shapes_ = false;
};

}  // namespace

std::string SeenText::text() const {
  switch (kind) {
    case TextKind::placeholder:
      return std::string(element.attribute_or("placeholder", ""));
    case TextKind::generated:
      return a11y::generated_text((*style)[Property::content].text(), element);
    case TextKind::text:
      if (node) return std::string(node.text());
      if (element.has("value")) return std::string(element.attribute_or("value", ""));
      break;
    case TextKind::drawing:
      return std::string(node.text());
    case TextKind::field:
      break;
  }
  return std::string(element.source());
}

std::size_t LookHash::operator()(const Look& look) const {
  return (std::bit_cast<std::uintptr_t>(look.style) / 16) * 0x9E3779B97F4A7C15ULL ^
         (std::bit_cast<std::uintptr_t>(look.surface) / 16) * 0xC2B2AE3D27D4EB4FULL ^
         static_cast<std::size_t>(look.drawing);
}

SeenTexts::SeenTexts(const facts::Page& page) {
  all.reserve(page.tree().texts_in_sight().size());
  looks.reserve(all.capacity());
  std::unordered_map<Look, std::uint32_t, LookHash> known;
  const std::vector<bool> everywhere;
  const auto add = [&](const SeenText& text) {
    all.push_back(text);
    if (!looks.empty() && look_of(looked[looks.back()]) == look_of(text)) {
      looks.push_back(looks.back());
      return;
    }
    const auto [found, is_new] = known.try_emplace(look_of(text), static_cast<std::uint32_t>(looked.size()));
    if (is_new) looked.push_back(text);
    looks.push_back(found->second);
  };
  Texts(page, page.styles(), backdrops_of(page), add, everywhere).run();
}

void for_each_text(const facts::Page& page, const css::Styles& styles, Backdrops& backdrops,
                   const std::function<void(const SeenText&)>& visit, const std::vector<bool>& among) {
  Texts(page, styles, backdrops, visit, among).run();
}

bool is_text_field(html::Element element) {
  constexpr std::array<std::string_view, 13> kTypes = {"text",           "search", "tel",     "url",  "email",
                                                       "password",       "date",   "month",   "week", "time",
                                                       "datetime-local", "number", "datetime"};
  return element.is("input") && is_one_of(a11y::input_type(element), kTypes);
}

bool is_button_input(html::Element element) {
  constexpr std::array<std::string_view, 3> kTypes = {"submit", "reset", "button"};
  return element.is("input") && is_one_of(a11y::input_type(element), kTypes);
}

}  // namespace veedor::rules
