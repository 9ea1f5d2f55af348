#include "scanner/a11y/element_kind.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

// Looked at in search of a legend or a summary, for each control of one fieldset or each summary of one
// details: authors write them first.
constexpr int kMaxChildren = 256;

constexpr auto kInputTypes = std::to_array<std::string_view>(
    {"button", "checkbox", "color",    "date",  "datetime-local", "email", "file",   "hidden", "image",
     "month",  "number",   "password", "radio", "range",          "reset", "search", "submit", "tel",
     "text",   "time",     "url",      "week"});

constexpr auto kFallback = std::to_array<std::string_view>(
    {"audio", "canvas", "embed", "iframe", "meter", "object", "progress", "video"});

constexpr auto kNeverContent = std::to_array<std::string_view>(
    {"base", "basefont", "datalist", "head", "link", "meta", "noembed", "noframes", "noscript", "param", "rp",
     "script", "source", "style", "template", "title", "track"});

// SVG 2 §3.3 and §5: never rendered as they stand.
constexpr auto kNeverContentInSvg = std::to_array<std::string_view>(
    {"clipPath", "defs", "desc", "filter", "linearGradient", "marker", "mask", "metadata", "pattern",
     "radialGradient", "script", "style", "symbol", "title"});

constexpr auto kAtomic =
    std::to_array<std::string_view>({"audio", "button", "canvas", "embed", "iframe", "img", "input", "meter",
                                     "object", "progress", "select", "textarea", "video"});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& sorted, std::string_view tag) {
  return std::binary_search(sorted.begin(), sorted.end(), tag);
}

bool contains(html::Element outer, html::Element inner) {
  int depth = 0;
  for (html::Element up = inner; up && depth < kMaxLevels; up = up.parent(), ++depth) {
    if (up == outer) return true;
  }
  return false;
}

html::Element first_child_of(html::Element parent, std::string_view tag) {
  int seen = 0;
  for (html::Element child = parent.first_child(); child && seen < kMaxChildren;
       child = child.next_sibling(), ++seen) {
    if (child.is(tag)) return child;
  }
  return {};
}

bool is_editing_host(html::Element element) {
  const auto value = element.attribute("contenteditable");
  if (!value) return false;
  return value->empty() || ascii_iequals(*value, "true") || ascii_iequals(*value, "plaintext-only");
}

}  // namespace

std::string_view input_type(html::Element input) {
  const std::string_view type = trim(input.attribute_or("type", "text"));
  const auto* const found = std::find_if(kInputTypes.begin(), kInputTypes.end(),
                                         [&](std::string_view known) { return ascii_iequals(known, type); });
  return found == kInputTypes.end() ? "text" : *found;
}

bool is_first_summary(html::Element element) {
  return element.is("summary") && element.parent().is("details") &&
         first_child_of(element.parent(), "summary") == element;
}

bool is_closed_details(html::Element element) {
  return element.is("details") && element.in_html_namespace() && !element.has("open");
}

bool is_disabled(html::Element control) {
  if (control.has("disabled")) return true;
  int depth = 0;
  for (html::Element up = control.parent(); up && depth < kMaxLevels; up = up.parent(), ++depth) {
    if (!up.is("fieldset") || !up.has("disabled")) continue;
    const html::Element legend = first_child_of(up, "legend");
    if (!legend || !contains(legend, control)) return true;
  }
  return false;
}

std::optional<int> tabindex(html::Element element) {
  std::string_view text = trim(element.attribute_or("tabindex", ""));
  const bool plus = text.size() > 1 && text[0] == '+' && is_ascii_digit(text[1]);
  if (plus) text.remove_prefix(1);
  int value = 0;  // HTML Standard §2.3.4.1: what follows the digits is ignored
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc::invalid_argument) return std::nullopt;
  if (error == std::errc::result_out_of_range) return text.front() == '-' ? -1 : 0;
  return value;
}

bool takes_focus(html::Element element) {
  if (!element) return false;
  if (!element.in_html_namespace()) {
    const bool link = element.is("a") && (element.has("href") || element.has("xlink:href"));
    return link || tabindex(element).has_value();
  }
  const std::string_view tag = element.tag();
  if (tag == "button" || tag == "select" || tag == "textarea") return !is_disabled(element);
  if (tag == "input") return input_type(element) != "hidden" && !is_disabled(element);
  if (tabindex(element) || is_editing_host(element)) return true;
  if (tag == "a" || tag == "area") return element.has("href");
  if (tag == "audio" || tag == "video") return element.has("controls");
  return is_first_summary(element);
}

bool is_labelable(html::Element element) {
  if (!element.in_html_namespace()) return false;
  if (element.is("input")) return input_type(element) != "hidden";
  return element.is("button") || element.is("meter") || element.is("output") || element.is("progress") ||
         element.is("select") || element.is("textarea");
}

bool has_fallback_content(html::Element element) {
  return element.in_html_namespace() && contains(kFallback, element.tag());
}

bool is_never_content(html::Element element) {
  if (!element.in_html_namespace()) return contains(kNeverContentInSvg, element.tag());
  if (contains(kNeverContent, element.tag())) return true;
  return element.is("input") && input_type(element) == "hidden";
}

bool is_atomic(html::Element element) {
  if (!element.in_html_namespace()) return element.is("svg") || element.is("text") || element.is("math");
  return contains(kAtomic, element.tag());
}

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_ascii_whitespace(text[i])) continue;
    if (text.substr(i, 2) != "\xC2\xA0") return false;
    ++i;
  }
  return true;
}

std::string_view text_attribute(html::Element element, std::string_view name) {
  const std::string_view value = element.attribute_or(name, "");
  return is_blank(value) ? std::string_view() : value;
}

bool says_aria_hidden(html::Element element) {
  constexpr std::size_t kMaxWord = 64;  // bytes
  return ascii_iequals(trim(element.attribute_or("aria-hidden", "").substr(0, kMaxWord)), "true");
}

}  // namespace veedor::a11y
