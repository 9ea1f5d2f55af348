// What the computed values of display, float and overflow become because of each other (CSS Display 3 §2.7,
// CSS 2 §9.7, CSS Overflow 3 §3.1).
#pragma once

#include <string_view>

#include "scanner/css/cascade/style.h"
#include "scanner/css/cascade/style_builder.h"

namespace veedor::css {

struct BoxFixups {
  std::string_view display;
  std::string_view float_;
  std::string_view overflow_x;
  std::string_view overflow_y;
  bool blockifies_children = false;
};

// `blockified`: the parent is a flex or grid container.
BoxFixups box_fixups(const Style& style, Subject subject, bool blockified);

}  // namespace veedor::css
