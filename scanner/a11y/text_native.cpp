// The names and descriptions that HTML and SVG give by elements and attributes of their own (accname 2E;
// HTML-AAM 1.0 §4.1, SVG-AAM 1.0 §7).
#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/text_alternative.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

bool is_button_input(std::string_view type) {
  return type == "button" || type == "submit" || type == "reset" || type == "image";
}

// What the button says: its value, or what browsers write on it. An image button shows its picture.
std::string button_text(html::Element input, std::string_view type) {
  if (type == "image") return std::string(input.attribute_or("alt", ""));
  const auto value = input.attribute("value");
  if (value) return std::string(*value);  // HTML Standard §4.10.5.1.18: an empty value is an empty label
  if (type == "submit") return "Submit";
  return type == "reset" ? "Reset" : "";
}

std::string child_text(html::Element node, std::string_view tag) {
  for (html::Element child = node.first_child(); child; child = child.next_sibling()) {
    if (child.is(tag)) return child.text();
  }
  return "";
}

std::string foreign_name(html::Element node) {
  std::string title = child_text(node, "title");
  if (!is_blank(title)) return title;
  return node.is("a") ? std::string(node.attribute_or("xlink:title", "")) : "";
}

}  // namespace

std::string TextAlternative::labels(html::Element control, Mode mode) {
  if (!labels_) labels_.emplace(state_.document);
  std::string text;
  for (html::Element label : labels_->of(control)) {
    if (on_path(label)) continue;
    const Mode inner{.referenced = mode.referenced, .show_hidden = state_.excluded(label)};
    text.append(" ").append(this->text(label, Arrival::reference, inner));
  }
  return text;
}

std::string TextAlternative::first_child_text(html::Element node, std::string_view tag, Mode mode) {
  for (html::Element child = node.first_child(); child; child = child.next_sibling()) {
    if (!child.is(tag)) continue;
    const Mode inner{.referenced = mode.referenced,
                     .show_hidden = mode.show_hidden || state_.excluded(child)};
    return text(child, Arrival::reference, inner);
  }
  return "";
}

std::string TextAlternative::native(html::Element node, Mode mode) {
  if (!node.in_html_namespace()) return foreign_name(node);
  const std::string_view tag = node.tag();
  if (tag == "img" || tag == "area") return std::string(node.attribute_or("alt", ""));
  if (is_labelable(node)) {
    std::string text = labels(node, mode);
    if (!is_blank(text)) return text;
  }
  if (tag == "input") {
    const std::string_view type = input_type(node);
    return is_button_input(type) ? button_text(node, type) : "";
  }
  if (tag == "fieldset") return first_child_text(node, "legend", mode);
  if (tag == "figure") return first_child_text(node, "figcaption", mode);
  if (tag == "table") return first_child_text(node, "caption", mode);
  if (tag == "option" || tag == "optgroup") return std::string(node.attribute_or("label", ""));
  return "";
}

// What could have been the name and is not: HTML-AAM §4.1.2 (the value of a button), §4.1.11 (the caption and
// the summary of a table), SVG-AAM §7.2 (desc, and a title that is not the name).
std::string TextAlternative::native_description(html::Element node, NameSource named_by) {
  if (!node.in_html_namespace()) {
    std::string text = child_text(node, "desc");
    if (!is_blank(text) || named_by == NameSource::native) return text;
    return child_text(node, "title");
  }
  if (node.is("input") && is_button_input(input_type(node)) && input_type(node) != "image") {
    const std::string_view value = text_attribute(node, "value");
    if (named_by != NameSource::native || !is_blank(labels(node, {}))) return std::string(value);
  }
  if (node.is("table")) {
    std::string caption = named_by == NameSource::native ? "" : first_child_text(node, "caption", {});
    return is_blank(caption) ? std::string(node.attribute_or("summary", "")) : caption;
  }
  return "";
}

std::string TextAlternative::description(html::Element root, NameSource named_by) {
  begin(root);
  path_.push_back(root);
  std::string text = references(root, "aria-describedby");
  if (is_blank(text)) text = text_attribute(root, "aria-description");
  if (is_blank(text)) text = native_description(root, named_by);
  if (is_blank(text) && named_by != NameSource::title) text = root.attribute_or("title", "");
  return collapse_whitespace(text);
}

}  // namespace veedor::a11y
