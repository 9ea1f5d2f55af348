#include "rules/support/inline_script.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxScripts = 256U << 10;
constexpr int kMaxLevels = 16;
constexpr int kMaxNodes = 1000;

constexpr auto kControls = std::to_array<std::string_view>({
    "audio",
    "button",
    "embed",
    "iframe",
    "input",
    "object",
    "option",
    "select",
    "summary",
    "textarea",
    "video",
});
static_assert(std::ranges::is_sorted(kControls));

bool is_javascript(html::Element script) {
  const std::string_view type = trim(script.attribute_or("type", ""));
  return type.empty() || ascii_iequals(type, "module") || ascii_icontains(type, "javascript") ||
         ascii_icontains(type, "ecmascript");
}

}  // namespace

std::string compact_script(std::string_view script, std::size_t max_bytes) {
  std::string compact;
  for (char c : script.substr(0, max_bytes)) {
    if (!is_ascii_whitespace(c)) compact += c;
  }
  return compact;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

bool is_unconditional(std::string_view compact) {
  return !contains_any(compact, {"if(", "?", "&&", "||", "while(", "for(", "switch(", "return;", "try"});
}

std::vector<std::string_view> inline_scripts(const facts::Page& page) {
  std::vector<std::string_view> scripts;
  std::size_t left = kMaxScripts;
  for (html::Element script : page.document().all("script")) {
    if (left == 0) break;
    if (script.has("src") || !is_javascript(script)) continue;
    const std::string_view text = script.first_child_node().text().substr(0, left);
    left -= text.size();
    if (!text.empty()) scripts.push_back(text);
  }
  return scripts;
}

bool is_focusable_by_markup(html::Element element) {
  if (element.has("tabindex") || element.has("contenteditable")) return true;
  if (element.is("a") || element.is("area")) return element.has("href");
  return std::ranges::binary_search(kControls, element.tag());
}

bool is_in_focusable(html::Element element) {
  int level = 0;
  for (html::Element up = element; up && level < kMaxLevels; up = up.parent(), ++level) {
    if (is_focusable_by_markup(up) || up.is("label")) return true;
  }
  return false;
}

bool holds_focusable(html::Element element) {
  int seen = 0;
  for (html::Element inner = element.next_in(element); inner; inner = inner.next_in(element)) {
    if (is_focusable_by_markup(inner) || ++seen > kMaxNodes) return true;
  }
  return false;
}

}  // namespace veedor::rules
