// What a page's own scripts say, as far as it stands in its markup: handlers and <script> without src.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts/page.h"
#include "scanner/html/document.h"

namespace veedor::rules {

// Without white space, which has no say in what a script calls; the first `max_bytes` count.
std::string compact_script(std::string_view script, std::size_t max_bytes = 2000);

// No branch, loop or shortcut in it: what it calls, it calls whatever happens. Of a compact script.
bool is_unconditional(std::string_view compact);

// The contents of <script> elements that hold JavaScript, in document order, 256 KB in all.
std::vector<std::string_view> inline_scripts(const facts::Page& page);

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts);

// Takes the keyboard's focus by its markup alone, whether it is shown or not: a link, a control, tabindex.
bool is_focusable_by_markup(html::Element element);
// It, or what it stands in.
bool is_in_focusable(html::Element element);
// Something inside of it, looked at up to a limit that counts as yes.
bool holds_focusable(html::Element element);

}  // namespace veedor::rules
