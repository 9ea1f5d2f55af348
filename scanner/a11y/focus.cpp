// What can receive focus (HTML Standard §6.6.2), as far as markup tells.
#include "scanner/a11y/name.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

// Looked at in search of a legend or a summary, for each control of one fieldset or each summary of one
// details: authors write them first.
constexpr int kMaxChildren = 256;

bool is_integer(std::string_view text) {
  text = trim(text);
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return !text.empty() &&
         is_ascii_digit(text.front());  // HTML Standard §2.3.4.1: what follows the digits is ignored
}

bool contains(html::Element outer, html::Element inner) {
  int depth = 0;
  for (html::Element up = inner; up && depth < kMaxDepth; up = up.parent(), ++depth) {
    if (up == outer) return true;
  }
  return false;
}

html::Element first_legend(html::Element fieldset) {
  int seen = 0;
  for (html::Element child = fieldset.first_child(); child && seen < kMaxChildren;
       child = child.next_sibling(), ++seen) {
    if (child.is("legend")) return child;
  }
  return {};
}

// HTML Standard §4.10.18.5: by its own attribute, or by a fieldset's, unless within that fieldset's first
// legend.
bool is_disabled(html::Element control) {
  if (control.has("disabled")) return true;
  int depth = 0;
  for (html::Element up = control.parent(); up && depth < kMaxDepth; up = up.parent(), ++depth) {
    if (!up.is("fieldset") || !up.has("disabled")) continue;
    const html::Element legend = first_legend(up);
    if (!legend || !contains(legend, control)) return true;
  }
  return false;
}

}  // namespace

bool is_first_summary(html::Element element) {
  if (!element.is("summary") || !element.parent().is("details")) return false;
  int seen = 0;
  for (html::Element child = element.parent().first_child(); child && seen < kMaxChildren;
       child = child.next_sibling(), ++seen) {
    if (child.is("summary")) return child == element;
  }
  return false;
}

namespace {

bool is_editable(html::Element element) {
  const auto value = element.attribute("contenteditable");
  if (!value) return false;
  return value->empty() || ascii_iequals(*value, "true") || ascii_iequals(*value, "plaintext-only");
}

}  // namespace

bool is_focusable(html::Element element) {
  if (!element) return false;
  if (!element.in_html_namespace()) {
    return (element.is("a") && element.has("href")) || is_integer(element.attribute_or("tabindex", ""));
  }
  const std::string_view tag = element.tag();
  if (tag == "button" || tag == "select" || tag == "textarea") return !is_disabled(element);
  if (tag == "input")
    return !ascii_iequals(element.attribute_or("type", ""), "hidden") && !is_disabled(element);
  if (is_integer(element.attribute_or("tabindex", "")) || is_editable(element)) return true;
  if (tag == "a" || tag == "area") return element.has("href");
  if (tag == "audio" || tag == "video") return element.has("controls");
  return is_first_summary(element);
}

}  // namespace veedor::a11y
