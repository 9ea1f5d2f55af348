#include "rules/support/element_text.h"

#include "scanner/base/text.h"

namespace veedor::rules {

std::string_view first_text(html::Element element) {
  constexpr int kFewNodes = 8;
  html::Node node = element.first_child_node();
  for (int seen = 0; node && seen < kFewNodes; ++seen, node = node.next_in(element)) {
    if (node.is_text() && !trim(node.text()).empty()) return node.text();
  }
  return "";
}

std::string text_beginning(html::Element element, std::size_t max_bytes) {
  constexpr int kMaxNodes = 100;
  std::string text;
  html::Node node = element.first_child_node();
  for (int seen = 0; node && seen < kMaxNodes && text.size() <= max_bytes;
       ++seen, node = node.next_in(element)) {
    if (node.is_text()) text.append(node.text().substr(0, max_bytes + 1));
  }
  return collapse_whitespace(text);
}

}  // namespace veedor::rules
