// What the author's rules may do to an element beside its style at rest.
#pragma once

#include "scanner/css/selector/selector.h"

namespace veedor::css {

// Of all rules that an element of this look may match: a hint that costs nothing, not an answer.
struct Reactions {
  bool generates : 1 = false;  // ::before or ::after with content, the user agent's too
  bool hover : 1 = false;
  bool active : 1 = false;
  bool focus : 1 = false;
  bool focus_visible : 1 = false;
  bool scheme : 1 = false;  // another colour in another scheme, whether or not it is the one at hand
  bool size : 1 = false;    // likewise in a viewport of another size
  bool beside : 1 = false;  // to the state of a sibling, or of what is in another element

  bool react(States states) const {
    return (hover && states.hover) || (active && states.active) || (focus && states.focus) ||
           (focus_visible && states.focus_visible);
  }
};

}  // namespace veedor::css
