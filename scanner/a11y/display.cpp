#include "scanner/a11y/display.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& sorted, std::string_view tag) {
  return std::binary_search(sorted.begin(), sorted.end(), tag);
}

constexpr auto kNotRendered = std::to_array<std::string_view>({

    "base",
    "basefont",
    "datalist",
    "head",
    "link",
    "meta",
    "noembed",
    "noframes",
    "noscript",
    "param",
    "rp",
    "script",
    "source",
    "style",
    "template",
    "title",
    "track",
});
constexpr auto kApart = std::to_array<std::string_view>({
    "address", "article",  "aside",    "audio",    "blockquote", "body",       "button", "canvas",
    "caption", "center",   "col",      "colgroup", "dd",         "details",    "dialog", "dir",
    "div",     "dl",       "dt",       "embed",    "fieldset",   "figcaption", "figure", "footer",
    "form",    "frame",    "frameset", "h1",       "h2",         "h3",         "h4",     "h5",
    "h6",      "header",   "hgroup",   "hr",       "html",       "iframe",     "img",    "input",
    "legend",  "li",       "listing",  "main",     "marquee",    "menu",       "meter",  "nav",
    "object",  "ol",       "optgroup", "option",   "p",          "plaintext",  "pre",    "progress",
    "search",  "section",  "select",   "slot",     "summary",    "svg",        "table",  "tbody",
    "td",      "textarea", "tfoot",    "th",       "thead",      "tr",         "ul",     "video",
    "xmp",
});
static_assert(std::is_sorted(kApart.begin(), kApart.end()));
static_assert(std::is_sorted(kNotRendered.begin(), kNotRendered.end()));

// The end of the declaration that starts at `from`: the next semicolon that is in no string, bracket or
// comment.
std::size_t declaration_end(std::string_view style, std::size_t from) {
  int brackets = 0;
  for (std::size_t i = from; i < style.size(); ++i) {
    const char c = style[i];
    if (c == '\\') {
      ++i;
    } else if (c == '"' || c == '\'') {
      const std::size_t close = style.find(c, i + 1);
      if (close == std::string_view::npos) return style.size();
      i = close;
    } else if (c == '/' && style.substr(i, 2) == "/*") {
      const std::size_t close = style.find("*/", i + 2);
      if (close == std::string_view::npos) return style.size();
      i = close + 1;
    } else if (c == '(' || c == '[' || c == '{') {
      ++brackets;
    } else if (c == ')' || c == ']' || c == '}') {
      brackets = std::max(0, brackets - 1);
    } else if (c == ';' && brackets == 0) {
      return i;
    }
  }
  return style.size();
}

std::string_view without_leading_comments(std::string_view text) {
  text = trim(text);
  while (text.substr(0, 2) == "/*") {
    const std::size_t close = text.find("*/", 2);
    if (close == std::string_view::npos) return {};
    text = trim(text.substr(close + 2));
  }
  return text;
}

// Cuts "!important" off; true where it was there.
bool take_important(std::string_view& value) {
  const std::size_t mark = value.rfind('!');
  if (mark == std::string_view::npos || !ascii_iequals(trim(value.substr(mark + 1)), "important"))
    return false;
  value = trim(value.substr(0, mark));
  return true;
}

// A style attribute is read again for every element inside; of a very long one only whole declarations at its
// beginning.
std::string_view bounded(std::string_view style) {
  constexpr std::size_t kMaxStyle = 4096;
  if (style.size() <= kMaxStyle) return style;
  const std::size_t end = style.rfind(';', kMaxStyle);
  return style.substr(0, end == std::string_view::npos ? 0 : end);
}

Display default_display(html::Element element) {
  if (never_rendered(element)) return Display::none;
  if (!element.in_html_namespace()) return element.is("svg") ? Display::apart : Display::inline_text;
  const std::string_view tag = element.tag();
  if (element.has("hidden") || element.has("popover"))
    return Display::none;  // a popover is shown by a button or a script
  if (tag == "dialog" && !element.has("open")) return Display::none;
  if (tag == "audio" && !element.has("controls")) return Display::none;
  return contains(kApart, tag) ? Display::apart : Display::inline_text;
}

}  // namespace

std::optional<std::string> style_value(std::string_view style, std::string_view property) {
  std::optional<std::string> found;
  bool important = false;
  for (std::size_t from = 0; from < style.size();) {
    const std::size_t end = declaration_end(style, from);
    const std::string_view declaration = without_leading_comments(style.substr(from, end - from));
    from = end + 1;
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    if (!ascii_iequals(trim(declaration.substr(0, colon)), property)) continue;
    std::string_view value = without_leading_comments(declaration.substr(colon + 1));
    const bool wins = take_important(value);
    if (value.empty() || (important && !wins)) continue;
    important = wins;
    found = ascii_lower(value);
  }
  return found;
}

bool never_rendered(html::Element element) {
  if (element.in_html_namespace()) {
    if (contains(kNotRendered, element.tag())) return true;
    return element.is("input") && ascii_iequals(trim(element.attribute_or("type", "")), "hidden");
  }
  const std::string_view tag = element.tag();
  return tag == "title" || tag == "desc" || tag == "metadata" || tag == "defs" || tag == "style" ||
         tag == "script";
}

Display display(html::Element element) {
  const Display natural = default_display(element);
  const auto style = element.attribute("style");
  if (!style || never_rendered(element)) return natural;
  const auto value = style_value(bounded(*style), "display");
  if (!value) return natural;
  if (*value == "none") return Display::none;
  if (*value == "inline" || *value == "contents") {
    const bool replaced =
        element.is("img") || element.is("input") || element.is("select") || element.is("textarea");
    return replaced ? Display::apart : Display::inline_text;
  }
  const bool keyword = *value == "inherit" || *value == "initial" || *value == "unset" || *value == "revert";
  return keyword ? natural : Display::apart;
}

Visibility visibility(html::Element element) {
  const auto style = element.attribute("style");
  if (!style) return Visibility::inherited;
  const auto value = style_value(bounded(*style), "visibility");
  if (!value) return Visibility::inherited;
  if (*value == "hidden" || *value == "collapse") return Visibility::hidden;
  return *value == "visible" ? Visibility::visible : Visibility::inherited;
}

}  // namespace veedor::a11y
