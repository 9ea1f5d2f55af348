// The names that HTML and SVG give by elements and attributes of their own (accname 2E; HTML-AAM 1.0 §4.1,
// SVG-AAM §8.2).
#include "scanner/a11y/implicit_role.h"
#include "scanner/a11y/name_walk.h"

namespace veedor::a11y {
namespace {

// What the button says: its value, or what browsers write on it. An image button shows its picture.
std::string button_text(html::Element input, std::string_view type) {
  if (type == "image") return std::string(input.attribute_or("alt", ""));
  const auto value = input.attribute("value");
  if (value) return std::string(*value);  // HTML Standard §4.10.5.1.18: an empty value is an empty label
  if (type == "submit") return "Submit";
  return type == "reset" ? "Reset" : "";
}

}  // namespace

std::string Names::Walk::labels(html::Element control, Mode mode) {
  if (!labels_) labels_.emplace(document_);
  std::string text;
  for (html::Element label : labels_->of(control)) {
    if (on_path(label)) continue;
    const Mode inner{.referenced = mode.referenced, .show_hidden = is_excluded(label)};
    text.append(" ").append(this->text(label, Arrival::reference, inner));
  }
  return text;
}

std::string Names::Walk::first_child_text(html::Element node, std::string_view tag, Mode mode) {
  for (html::Element child = node.first_child(); child; child = child.next_sibling()) {
    if (!child.is(tag)) continue;
    const Mode inner{.referenced = mode.referenced, .show_hidden = mode.show_hidden || is_excluded(child)};
    return text(child, Arrival::reference, inner);
  }
  return "";
}

std::string Names::Walk::native(html::Element node, Mode mode) {
  if (!node.in_html_namespace()) {
    for (html::Element child = node.first_child(); child; child = child.next_sibling()) {
      if (child.is("title")) return child.text();
    }
    return "";
  }
  const std::string_view tag = node.tag();
  if (tag == "img" || tag == "area") return std::string(node.attribute_or("alt", ""));
  if (tag == "input") {
    std::string text = labels(node, mode);
    if (!is_blank(text)) return text;
    const std::string_view type = input_type(node);
    const bool button = type == "button" || type == "submit" || type == "reset" || type == "image";
    return button ? button_text(node, type) : "";
  }
  if (tag == "button" || tag == "meter" || tag == "output" || tag == "progress" || tag == "select" ||
      tag == "textarea") {
    return labels(node, mode);
  }
  if (tag == "fieldset") return first_child_text(node, "legend", mode);
  if (tag == "figure") return first_child_text(node, "figcaption", mode);
  if (tag == "table") return first_child_text(node, "caption", mode);
  if (tag == "option" || tag == "optgroup") return std::string(node.attribute_or("label", ""));
  return "";
}

}  // namespace veedor::a11y
