// Form controls as their markup makes them (HTML Standard §4.10).
#include "scanner/css/selector/form_control.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <system_error>

#include "scanner/base/text.h"

namespace veedor::css {
namespace {

constexpr std::array<std::string_view, 22> kInputTypes{
    "button", "checkbox", "color",    "date",  "datetime-local", "email", "file",   "hidden", "image",
    "month",  "number",   "password", "radio", "range",          "reset", "search", "submit", "tel",
    "text",   "time",     "url",      "week"};
static_assert(std::is_sorted(kInputTypes.begin(), kInputTypes.end()));

bool is_html(html::Element element, std::string_view tag) {
  return element.is(tag) && element.in_html_namespace();
}

template <std::size_t kSize>
bool is_one_of(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

html::Element first_legend(html::Element fieldset, MatchContext& context) {
  for (html::Element child = fieldset.first_child(); child && spend(context); child = child.next_sibling()) {
    if (is_html(child, "legend")) return child;
  }
  return {};
}

// §4.10.15: within a disabled <fieldset>, but not within its first <legend>.
bool is_in_disabled_fieldset(html::Element element, MatchContext& context) {
  html::Element below = element;
  for (html::Element at = element.parent(); at && spend(context); below = at, at = at.parent()) {
    if (!is_html(at, "fieldset") || !at.has("disabled")) continue;
    if (!is_html(below, "legend") || below != first_legend(at, context)) return true;
  }
  return false;
}

html::Element ancestor(std::string_view tag, html::Element element, MatchContext& context) {
  for (html::Element at = element.parent(); at && spend(context); at = at.parent()) {
    if (is_html(at, tag)) return at;
  }
  return {};
}

// §6.8.1: the nearest contenteditable="" that is valid decides.
bool is_editable(html::Element element, MatchContext& context) {
  for (html::Element at = element; at && spend(context); at = at.parent()) {
    const auto value = at.in_html_namespace() ? at.attribute("contenteditable") : std::nullopt;
    if (!value) continue;
    if (value->empty() || ascii_iequals(*value, "true") || ascii_iequals(*value, "plaintext-only"))
      return true;
    if (ascii_iequals(*value, "false")) return false;
  }
  return false;
}

}  // namespace

std::string_view input_type(html::Element input) {
  const std::string_view written = input.attribute_or("type", "");
  for (std::string_view type : kInputTypes) {
    if (ascii_iequals(type, written)) return type;
  }
  return "text";
}

bool is_submit_button(html::Element element) {
  if (is_html(element, "button")) {
    const std::string_view type = element.attribute_or("type", "");
    return !ascii_iequals(type, "reset") && !ascii_iequals(type, "button");
  }
  if (!is_html(element, "input")) return false;
  const std::string_view type = input_type(element);
  return type == "submit" || type == "image";
}

bool is_control(html::Element element) {
  if (!element.in_html_namespace()) return false;
  const std::string_view tag = element.tag();
  return tag == "input" || tag == "button" || tag == "select" || tag == "textarea";
}

bool required_applies(std::string_view type) {
  return readonly_applies(type) || type == "checkbox" || type == "radio" || type == "file";
}

bool readonly_applies(std::string_view type) {
  constexpr std::array<std::string_view, 7> kMore{"date",           "month",  "week", "time",
                                                  "datetime-local", "number", "text"};
  return placeholder_applies(type) || is_one_of(type, kMore);
}

bool placeholder_applies(std::string_view type) {
  constexpr std::array<std::string_view, 7> kTypes{"text",  "search",   "url",   "tel",
                                                   "email", "password", "number"};
  return is_one_of(type, kTypes);
}

bool can_be_disabled(html::Element element) {
  return is_control(element) || is_html(element, "option") || is_html(element, "optgroup") ||
         is_html(element, "fieldset");
}

bool is_disabled(html::Element element, MatchContext& context) {
  if (!can_be_disabled(element)) return false;
  if (element.has("disabled")) return true;
  if (element.is("optgroup")) return false;
  if (!element.is("option")) return is_in_disabled_fieldset(element, context);
  const html::Element parent = element.parent();
  return is_html(parent, "optgroup") && parent.has("disabled");
}

bool is_candidate(html::Element element, MatchContext& context) {
  if (!is_control(element)) return false;
  if (element.is("input")) {
    const std::string_view type = input_type(element);
    if (type == "hidden" || type == "reset" || type == "button") return false;
  }
  if (element.is("button") && !is_submit_button(element)) return false;
  if ((element.is("input") || element.is("textarea")) && element.has("readonly")) return false;
  return !is_disabled(element, context) && !ancestor("datalist", element, context);
}

bool is_read_write(html::Element element, MatchContext& context) {
  if (is_html(element, "input")) {
    return readonly_applies(input_type(element)) && !element.has("readonly") &&
           !is_disabled(element, context);
  }
  if (is_html(element, "textarea")) return !element.has("readonly") && !is_disabled(element, context);
  return is_editable(element, context);
}

// After value sanitization (§4.10.5.1), as far as it can leave nothing of a value.
bool has_empty_value(html::Element element) {
  if (element.is("textarea")) {
    for (html::Node node = element.first_child_node(); node; node = node.next_sibling()) {
      if (!node.text().empty()) return false;
    }
    return true;
  }
  const std::string_view value = element.attribute_or("value", "");
  const std::string_view type = input_type(element);
  if (type == "number") return !floating_point_number(value);
  if (type == "email" || type == "url") return trim(value).empty();
  return value.find_first_not_of("\r\n") == std::string_view::npos;
}

// A slider always has limits, but its value is moved between them (§4.10.5.1.13).
bool has_range(html::Element input) {
  if (!is_html(input, "input")) return false;
  const std::string_view type = input_type(input);
  if (type == "range") return true;
  return type == "number" && (floating_point_number(input.attribute_or("min", "")) ||
                              floating_point_number(input.attribute_or("max", "")));
}

bool is_out_of_range(html::Element input) {
  if (!has_range(input) || input_type(input) == "range") return false;
  const std::optional<double> value = floating_point_number(input.attribute_or("value", ""));
  const std::optional<double> least = floating_point_number(input.attribute_or("min", ""));
  const std::optional<double> most = floating_point_number(input.attribute_or("max", ""));
  return value && ((least && *value < *least) || (most && *value > *most));
}

std::optional<double> floating_point_number(std::string_view text) {
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  const bool starts = text.size() > sign && (is_ascii_digit(text[sign]) || text[sign] == '.');
  const std::size_t point = text.find('.');
  const bool digits_follow =
      point == std::string_view::npos || (point + 1 < text.size() && is_ascii_digit(text[point + 1]));
  if (!starts || !digits_follow) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

html::Element form_owner(html::Element element, MatchContext& context) {
  if (const auto id = element.attribute("form")) {
    const html::Element form = context.document.by_id(*id);
    return form && is_html(form, "form") ? form : html::Element();
  }
  return ancestor("form", element, context);
}

html::Element select_of(html::Element option, MatchContext& context) {
  return ancestor("select", option, context);
}

}  // namespace veedor::css
