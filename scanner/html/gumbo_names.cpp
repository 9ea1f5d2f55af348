#include "scanner/html/gumbo_names.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"

namespace veedor::html {
namespace {

std::string_view known_tag_name(GumboTag tag) {
  static const auto names = [] {
    std::array<std::string_view, GUMBO_TAG_LAST> result;
    for (int i = 0; i < GUMBO_TAG_UNKNOWN; ++i) {
      result[static_cast<std::size_t>(i)] = gumbo_normalized_tagname(static_cast<GumboTag>(i));
    }
    return result;
  }();
  return names[tag];
}

// The tag's name as the author wrote it: what follows "<".
std::string_view written_name(const GumboElement& element) {
  if (element.original_tag.length < 2) return {};
  std::string_view tag(element.original_tag.data + 1, element.original_tag.length - 1);
  return tag.substr(0, tag.find_first_of("\t\n\f\r />"));
}

// "linearGradient" of "lineargradient"; null for a name that is as it should be.
const char* adjusted_svg_name(const GumboElement& element, std::string_view name) {
  if (element.tag_namespace != GUMBO_NAMESPACE_SVG || name.empty()) return nullptr;
  const GumboStringPiece piece{name.data(), name.size()};
  return gumbo_normalize_svg_tagname(&piece);
}

}  // namespace

std::string_view tag_name(const GumboElement& element) {
  const bool known = element.tag != GUMBO_TAG_UNKNOWN;
  const std::string_view name = known ? known_tag_name(element.tag) : written_name(element);
  if (const char* adjusted = adjusted_svg_name(element, name)) return adjusted;
  const bool plain =
      known || std::ranges::none_of(name, [](char c) { return c != ascii_lower(c) || c == '\0'; });
  return plain ? name : std::string_view();
}

std::string lower_tag_name(const GumboElement& element) {
  std::string lower;
  for (char c : written_name(element)) {
    if (c == '\0')
      lower += "\xEF\xBF\xBD";
    else
      lower += ascii_lower(c);
  }
  return lower;
}

bool is_qualified(const GumboAttribute& attribute, const GumboElement& element) {
  return element.tag_namespace != GUMBO_NAMESPACE_HTML &&
         attribute.attr_namespace != GUMBO_ATTR_NAMESPACE_NONE && std::string_view(attribute.name) != "xmlns";
}

std::string qualified_name(const GumboAttribute& attribute) {
  static constexpr std::array<std::string_view, 4> kPrefixes = {"", "xlink:", "xml:", "xmlns:"};
  return std::string(kPrefixes[attribute.attr_namespace]).append(attribute.name);
}

bool is_shadow_root(const GumboNode& node) {
  if (node.type != GUMBO_NODE_TEMPLATE) return false;
  const GumboAttribute* mode = gumbo_get_attribute(&node.v.element.attributes, "shadowrootmode");
  return mode != nullptr && (ascii_iequals(mode->value, "open") || ascii_iequals(mode->value, "closed"));
}

bool may_host(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT || node.v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return false;
  static constexpr std::array kHosts = {
      GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY, GUMBO_TAG_DIV,
      GUMBO_TAG_FOOTER,  GUMBO_TAG_H1,    GUMBO_TAG_H2,         GUMBO_TAG_H3,   GUMBO_TAG_H4,
      GUMBO_TAG_H5,      GUMBO_TAG_H6,    GUMBO_TAG_HEADER,     GUMBO_TAG_MAIN, GUMBO_TAG_NAV,
      GUMBO_TAG_P,       GUMBO_TAG_SPAN,  GUMBO_TAG_SECTION,
  };
  const GumboElement& element = node.v.element;
  if (element.tag != GUMBO_TAG_UNKNOWN) return std::ranges::find(kHosts, element.tag) != kHosts.end();
  const std::string_view name = written_name(element);
  return !name.empty() && is_ascii_alpha(name.front()) && name.find('-') != std::string_view::npos;
}

}  // namespace veedor::html
