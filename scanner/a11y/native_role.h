// The roles that elements have of themselves (HTML-AAM 1.0 §3.5, SVG-AAM 1.0 §5, MathML Core).
#pragma once

#include <string_view>

#include "scanner/html/document.h"

namespace veedor::a11y {

// What an element's place says of its role.
struct Place {
  bool in_section = false;  // within article, aside, nav or section
  bool in_main = false;
  std::string_view around;  // the nearest role around it that is neither "" nor "none"
  std::string_view list;    // of the ul, ol or menu that is its parent: its role
  std::string_view table;   // of the table that it is a part of: its role
};

// "" for none ("generic"), "none" for presentational. A <section>, and an <aside> within sections, answer "":
// only a name makes them "region" and "complementary".
std::string_view native_role(html::Element element, const Place& place);

// The role that an element gets once it has a name; "" where a name changes nothing.
std::string_view role_by_name(html::Element element, const Place& place);

// A global ARIA attribute (ARIA 1.2 §6.5), even an empty one: the element means something, whatever role=none
// says.
bool has_global_aria(html::Element element);

}  // namespace veedor::a11y
