// What the markup of one element says about it, whatever styles do: its kind of control, and whether it takes
// focus.
#pragma once

#include <optional>
#include <string_view>

#include "scanner/html/document.h"

namespace veedor::a11y {

// Walks up from an element stop after so many, where they are repeated for each element of a page.
inline constexpr int kMaxLevels = 256;

// The kind of an <input>: its type in lower case, "text" for a missing or unknown one (HTML Standard
// §4.10.5).
std::string_view input_type(html::Element input);

// The summary that opens its <details>: the first among the children (HTML Standard §4.11.2).
bool is_first_summary(html::Element element);

// Shows its summary only (HTML Standard §4.11.1).
bool is_closed_details(html::Element element);

// A form control that is disabled, itself or by a <fieldset> (HTML Standard §4.10.18.5).
bool is_disabled(html::Element control);

// The parsed tabindex; none where it is missing or no integer.
std::optional<int> tabindex(html::Element element);

// Focusable as far as markup goes: controls that are not disabled, links with href, tabindex, editing hosts …
// (HTML Standard §6.6.2). Whether it is rendered and not inert is Tree::is_focusable's question.
bool takes_focus(html::Element element);

// The element that a <label> is about (HTML Standard §4.10.2): buttons, inputs but hidden ones, meters …
bool is_labelable(html::Element element);

// A media player, frame or gauge: what stands inside is shown only by browsers that do not know the element.
bool has_fallback_content(html::Element element);

// Data and code, metadata and what SVG only refers to: no text of the page, even where a hidden part of it is
// read.
bool is_never_content(html::Element element);

// Laid out as a box of its own among the text around it, whatever its display: images, controls, frames.
bool is_atomic(html::Element element);

// Nothing but white space, U+00A0 included.
bool is_blank(std::string_view text);

// The attribute's value where it is not blank; "" otherwise.
std::string_view text_attribute(html::Element element, std::string_view name);

// aria-hidden="true" on the element itself.
bool says_aria_hidden(html::Element element);

}  // namespace veedor::a11y
