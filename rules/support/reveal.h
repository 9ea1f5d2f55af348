// What style sheets show only while something is hovered, and whether the keyboard's focus shows it, too.
#pragma once

#include <vector>

#include "scanner/facts/page.h"

namespace veedor::rules {

struct Revealed {
  html::Element element;  // hidden at rest, with text in it
  bool by_focus = false;  // focus, or a class that a script can set, shows it as well
};

// At most fifty elements are looked at, and only on pages whose sheets show something by :hover.
std::vector<Revealed> revealed_by_hover(const facts::Page& page);

}  // namespace veedor::rules
