// The names by which selectors find an element, hashed.
#pragma once

#include <string_view>

#include "scanner/base/text.h"
#include "scanner/css/cascade/rule_index.h"
#include "scanner/html/document.h"

namespace veedor::css {

// Calls `visit` with each class token of a class attribute.
template <class Visit>
void for_each_class(std::string_view classes, Visit visit) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= classes.size(); ++i) {
    if (i < classes.size() && !is_ascii_whitespace(classes[i])) continue;
    if (i > begin) visit(classes.substr(begin, i - begin));
    begin = i + 1;
  }
}

inline constexpr std::size_t kMaxClasses = 2000;  // of one element that count

// Calls `visit` with the hashes of the element's tag, id and classes.
template <class Visit>
void for_each_hash(html::Element element, ParserMode mode, Visit visit) {
  visit(element.in_html_namespace() ? hash_name(element.tag()) : hash_name(ascii_lower(element.tag())));
  if (const auto id = element.attribute("id"); id && !id->empty()) visit(hash_of_id_or_class(*id, mode));
  if (const auto classes = element.attribute("class"))
    for_each_class(*classes, [&](std::string_view token) { visit(hash_of_id_or_class(token, mode)); });
}

}  // namespace veedor::css
