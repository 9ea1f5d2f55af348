// What element.h does not answer in a line.
#include "scanner/html/element.h"

#include "scanner/base/text.h"

namespace veedor::html {

bool Element::synthetic() const { return node_ != nullptr && node_->start_tag->source.empty(); }

std::optional<std::string_view> Element::find_attribute(std::string_view name) const {
  const Attribute* const end = node_->attributes + node_->attribute_count;
  for (const Attribute* attribute = node_->attributes; attribute != end; ++attribute) {
    if (attribute->name == name) return attribute->value;
  }
  return std::nullopt;
}

bool Element::has_class(std::string_view token) const {
  const std::string_view classes = attribute_or("class", "");
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= classes.size(); ++i) {
    if (i < classes.size() && !is_ascii_whitespace(classes[i])) continue;
    if (i > begin && classes.substr(begin, i - begin) == token) return true;
    begin = i + 1;
  }
  return false;
}

Element Element::ancestor(std::string_view tag_name) const {
  Element element = parent();
  while (element && !element.is(tag_name)) element = element.parent();
  return element;
}

Element Element::shadow_root() const {
  const bool hosts = node_ != nullptr && node_->shadow != 0 && !node_->shadow_root;
  return Element(hosts ? node_ + node_->shadow : nullptr);
}

Element Element::host() const {
  return Element(node_ != nullptr && node_->shadow_root ? node_ - node_->shadow : nullptr);
}

std::string Element::text() const {
  std::string text;
  for (Node node = first_child_node(); node; node = node.next_in(*this)) text += node.text();
  return text;
}

Position Element::position() const { return node_ == nullptr ? Position{} : node_->start_tag->position; }

std::string_view Element::source() const {
  return node_ == nullptr ? std::string_view() : node_->start_tag->source;
}

}  // namespace veedor::html
