// A page that forbids phones to enlarge it.
#include "rules/rule.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

struct Viewport {
  std::optional<std::string_view> user_scalable;
  std::optional<std::string_view> maximum_scale;
};

bool is_separator(char c) { return is_ascii_whitespace(c) || c == ',' || c == ';'; }

std::size_t skip_spaces(std::string_view text, std::size_t i) {
  while (i < text.size() && is_ascii_whitespace(text[i])) ++i;
  return i;
}

// CSS Device Adaptation §9.1: pairs of key and value with commas, semicolons or spaces between them; the last
// of a key counts.
Viewport read_viewport(std::string_view content) {
  Viewport viewport;
  std::size_t i = 0;
  while (i < content.size()) {
    if (is_separator(content[i]) || content[i] == '=') {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < content.size() && !is_separator(content[i]) && content[i] != '=') ++i;
    const std::string_view key = content.substr(begin, i - begin);
    std::size_t after = skip_spaces(content, i);
    if (after >= content.size() || content[after] != '=') continue;  // a key without value
    after = skip_spaces(content, after + 1);
    std::size_t end = after;
    while (end < content.size() && !is_separator(content[end]) && content[end] != '=') ++end;
    const std::string_view value = content.substr(after, end - after);
    i = end;
    if (value.empty()) continue;
    if (ascii_iequals(key, "user-scalable")) viewport.user_scalable = value;
    if (ascii_iequals(key, "maximum-scale")) viewport.maximum_scale = value;
  }
  return viewport;
}

// The number that the value begins with; §9.4 and §9.5 count an unknown word as 0.
double number(std::string_view value) {
  if (!value.empty() && value.front() == '+') value.remove_prefix(1);
  double result = 0;
  std::from_chars(value.data(), value.data() + value.size(), result);
  return std::isfinite(result) ? result : 0;
}

bool is_device_size(std::string_view value) {
  return ascii_iequals(value, "device-width") || ascii_iequals(value, "device-height");
}

bool forbids_zoom(std::string_view user_scalable) {
  if (ascii_iequals(user_scalable, "yes") || is_device_size(user_scalable)) return false;
  return std::abs(number(user_scalable)) < 1;
}

// Below 2, text cannot reach the 200 % of WCAG 2.2 SC 1.4.4. A negative number is no limit.
bool limits_zoom(std::string_view maximum_scale) {
  if (is_device_size(maximum_scale)) return false;
  const double scale = ascii_iequals(maximum_scale, "yes") ? 1 : number(maximum_scale);
  return scale >= 0 && scale < 2;
}

Verdict judge(html::Element meta, const Viewport& viewport) {
  const bool forbidden = viewport.user_scalable && forbids_zoom(*viewport.user_scalable);
  const bool limited = viewport.maximum_scale && limits_zoom(*viewport.maximum_scale);
  if (!forbidden && !limited) return {Outcome::passed};
  std::string_view message = forbidden ? "user-scalable" : "maximum-scale";
  if (forbidden && limited) message = "both";
  return {.outcome = Outcome::failed,
          .message = message,
          .element = meta,
          .values = {{"scalable", shown(viewport.user_scalable.value_or(""), 30)},
                     {"scale", shown(viewport.maximum_scale.value_or(""), 30)}}};
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (html::Element meta : page.document().all("meta")) {
    if (!ascii_iequals(trim(meta.attribute_or("name", "")), "viewport")) continue;
    const Viewport viewport = read_viewport(meta.attribute_or("content", ""));
    if (viewport.user_scalable || viewport.maximum_scale) verdicts.push_back(judge(meta, viewport));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule zoom_blocked = define({
    .id = "wcag/zoom-blocked",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.4.4"}, .act = {"b4f0c3"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
