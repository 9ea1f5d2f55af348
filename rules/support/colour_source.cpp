#include "rules/support/colour_source.h"

#include "rules/support/content.h"

namespace veedor::rules {
namespace {

using css::Property;
using css::Source;

std::string_view file_name(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::size_t slash = url.rfind('/');
  return slash == std::string_view::npos ? url : url.substr(slash + 1);
}

std::string_view system_colour(html::Element element) {
  if (element.is("button")) return "ButtonText";
  if (element.is("input") || element.is("select") || element.is("textarea")) return "FieldText";
  if (element.is("mark")) return "MarkText";
  return element.is("a") || element.ancestor("a") ? "LinkText" : "CanvasText";
}

}  // namespace

ColourSource colour_source(const css::Styles& styles, const css::Style& style, Property property,
                           std::string_view browser) {
  const css::Provenance provenance = styles.provenance(style, property);
  switch (provenance.source) {
    case Source::initial:
    case Source::user_agent:
      return {std::string(browser), ""};
    case Source::style_attribute:
      return {"style=\"\"", "style"};
    case Source::attribute_hint:
      return {"bgcolor, color, text", "hint"};
    case Source::sheet:
      break;
  }
  constexpr std::size_t kMaxSelector = 60;
  const std::string sheet = provenance.url.empty() ? "<style>" : shown(file_name(provenance.url), 40);
  return {sheet + ":" + std::to_string(provenance.line), shown(provenance.selector, kMaxSelector)};
}

ColourSource text_source(const css::Styles& styles, const css::Style& style, html::Element element) {
  const bool svg = !element.in_html_namespace();
  const bool filled = !style[Property::text_fill_color].is("currentcolor");
  const Property property = svg ? Property::fill : filled ? Property::text_fill_color : Property::color;
  return colour_source(styles, style, property, system_colour(element));
}

ColourSource background_source(const css::Styles& styles, const Surface& surface) {
  if (surface.painted_by == nullptr) return {"Canvas", ""};
  const css::Style& style = *surface.painted_by;
  const bool image = !style[Property::background_image].is("none");
  return colour_source(styles, style, image ? Property::background_image : Property::background_color,
                       "ButtonFace");
}

}  // namespace veedor::rules
