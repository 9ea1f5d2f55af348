#include "rules/support/style_attribute.h"

#include "rules/support/text_extent.h"
#include "scanner/base/text.h"
#include "scanner/css/sheet.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxStyle = 16384;  // bytes of style=""

bool takes_from_elsewhere(const css::Value& value) {
  return value.kind() == css::ValueKind::wide && value.wide() != css::Wide::initial;
}

}  // namespace

bool fixes_with_important(html::Element element, css::Property longhand, bool quirks) {
  const std::string_view text = element.attribute_or("style", "").substr(0, kMaxStyle);
  if (text.find('!') == std::string_view::npos) return false;
  const auto sheet = css::parse_style_attribute(std::string(text),
                                                quirks ? css::ParserMode::quirks : css::ParserMode::standard);
  bool fixed = false;  // of several important ones the last counts (CSS Cascade 5 §6.1)
  for (const css::Declaration& declaration : sheet->declarations) {
    if (declaration.property == longhand && declaration.important)
      fixed = !takes_from_elsewhere(declaration.value);
  }
  return fixed;
}

bool has_visible_text_child(html::Element element, const a11y::Tree& tree) {
  return own_characters(element, 1) > 0 && tree.is_in_sight(element);
}

std::size_t own_characters(html::Element element, std::size_t limit) {
  std::size_t count = 0;
  for (html::Node child = element.first_child_node(); child && count < limit; child = child.next_sibling()) {
    if (child.is_text()) count += characters(child.text(), limit - count);
  }
  return count;
}

}  // namespace veedor::rules
