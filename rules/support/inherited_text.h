// The text that has its language from one element (ACT, text inheriting its programmatic language): what
// stands in it and in no inner element with a lang of its own, with the names and descriptions of what is in
// it.
#pragma once

#include <cstddef>
#include <string>

#include "scanner/a11y/tree.h"
#include "scanner/html/document.h"

namespace veedor::rules {

// About its first `max_bytes`; code and what is neither seen nor heard is left out. The walk ends with them,
// and what has another lang is not entered: the texts of all elements of a page together cost one walk of it.
std::string inherited_text(html::Element owner, const a11y::Tree& tree, std::size_t max_bytes);

// The author names or describes it in attributes: words that do not stand in it.
bool is_named_in_attributes(html::Element element);

// Its content is in no language of people: code, drawings, what was typed in.
bool is_beyond_language(html::Element element);

}  // namespace veedor::rules
