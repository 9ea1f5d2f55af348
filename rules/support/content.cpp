#include "rules/support/content.h"

#include <algorithm>
#include <array>

#include "scanner/a11y/aria.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr int kMaxNodes = 100;             // looked at within one element: enough for any link or button
constexpr std::size_t kMaxClasses = 4096;  // bytes of class="", which is read for every element inside
constexpr std::size_t kMaxRoles = 1024;    // bytes of role=""

constexpr auto kHidingClasses = std::to_array<std::string_view>({
    "collapse",
    "d-none",
    "display-none",
    "hidden",
    "hide",
    "honeypot",
    "invisible",
    "is-hidden",
    "js-hidden",
    "ng-hide",
    "uk-hidden",
});
static_assert(std::ranges::is_sorted(kHidingClasses));

}  // namespace

Inside inside(html::Element element) {
  int seen = 0;
  Inside found = Inside::nothing;
  for (html::Element inner = element.next_in(element); inner && seen < kMaxNodes;
       inner = inner.next_in(element), ++seen) {
    if (inner.is("img")) return Inside::image;
    if (!inner.is("br") && !inner.is("wbr")) found = Inside::icon;
  }
  return found;
}

std::string_view inside_key(html::Element element) {
  switch (inside(element)) {
    case Inside::image:
      return "image-only";
    case Inside::icon:
      return "icon-only";
    case Inside::nothing:
      break;
  }
  return "empty";
}

bool is_html_page(const facts::Page& page) {
  const std::string type = page.response().media_type();
  return type.empty() || type == "text/html" || type == "application/xhtml+xml";
}

bool has_unread_styles(const facts::Page& page) { return !page.styles().gaps().empty(); }

bool class_says_hidden(html::Element element) {
  int depth = 0;
  for (html::Element up = element; up && depth < a11y::kMaxLevels; up = up.parent(), ++depth) {
    const auto classes = up.attribute("class");
    if (!classes) continue;
    for (std::string_view token : split_whitespace(classes->substr(0, kMaxClasses))) {
      if (std::ranges::binary_search(kHidingClasses, token)) return true;
    }
  }
  return false;
}

std::string_view explicit_role(html::Element element) {
  for (std::string_view token : split_whitespace(element.attribute_or("role", "").substr(0, kMaxRoles))) {
    const a11y::AriaRole* const role = a11y::find_aria_role(ascii_lower(token));
    if (role != nullptr && !role->abstract) return role->name;
  }
  return "";
}

bool has_negative_tabindex(html::Element element) {
  const std::string_view value = trim(element.attribute_or("tabindex", ""));
  return value.size() > 1 && value[0] == '-' && is_ascii_digit(value[1]) && value[1] != '0';
}

std::string shown(std::string_view text, std::size_t max_bytes) {
  return shorten(collapse_whitespace(printable(text.substr(0, 4 * max_bytes))), max_bytes);
}

std::string shown_tag(html::Element element) {
  const std::string_view source = element.source();
  return source.empty() ? "<" + std::string(element.tag()) + ">" : shown(source);
}

}  // namespace veedor::rules
