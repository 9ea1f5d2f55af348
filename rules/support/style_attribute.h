// What style="" fixes with !important: a declaration that no style sheet of the reader can override.
#pragma once

#include <optional>

#include "scanner/a11y/tree.h"
#include "scanner/css/value/property.h"
#include "scanner/css/value/value.h"

namespace veedor::rules {

// The important declaration that wins within style=""; none where the last one takes the value from elsewhere
// (inherit, unset, revert). `initial` counts: it is a value of its own. Only whether there is one is told:
// ask the computed style for the value.
bool fixes_with_important(html::Element element, css::Property longhand, bool quirks);

// A text of its own, not only of elements in it, that an eye can find.
bool has_visible_text_child(html::Element element, const a11y::Tree& tree);

// Of the texts that stand right in the element: characters, white space collapsed; counts up to `limit`.
std::size_t own_characters(html::Element element, std::size_t limit);

}  // namespace veedor::rules
