// :lang() and :dir() (Selectors 4 §8.2, §13.1; HTML Standard §3.2.6).
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "scanner/base/text.h"
#include "scanner/css/selector/form_control.h"
#include "scanner/css/selector/matcher.h"
#include "scanner/css/selector/strong_characters.h"

namespace veedor::css {
namespace {

using Direction = MatchCache::Direction;

// The first part of `text` before `separator`, which is taken away together with it.
std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  const std::string_view part = text.substr(0, end);
  text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  return part;
}

// RFC 4647 §3.3.2, extended filtering; an empty range is for what has no language.
bool in_range(std::string_view language, std::string_view range) {
  if (range.empty() || language.empty()) return range.empty() && language.empty();
  const std::string_view first = take(range, '-');
  if (first != "*" && !ascii_iequals(first, take(language, '-'))) return false;
  if (first == "*") take(language, '-');
  while (!range.empty()) {
    std::string_view rest = range;
    const std::string_view wanted = take(rest, '-');
    if (wanted == "*") {
      range = rest;
      continue;
    }
    if (language.empty()) return false;
    const std::string_view subtag = take(language, '-');
    if (ascii_iequals(subtag, wanted)) {
      range = rest;
    } else if (subtag.size() == 1) {
      return false;  // a singleton: what follows is an extension
    }
  }
  return true;
}

// HTML Standard §3.2.6.2. Only elements of SVG and MathML can have an attribute in the XML namespace.
std::string_view language_of(html::Element element, MatchContext& context) {
  for (html::Element at = element; at && spend(context); at = at.parent()) {
    if (!at.in_html_namespace()) {
      if (const auto language = at.attribute("xml:lang")) return *language;
    }
    if (const auto language = at.attribute("lang")) return *language;
  }
  return context.cache.content_language();
}

enum class DirAttribute { none, ltr, rtl, automatic };

DirAttribute dir_attribute(html::Element element) {
  const std::string_view value = element.in_html_namespace() ? element.attribute_or("dir", "") : "";
  if (ascii_iequals(value, "ltr")) return DirAttribute::ltr;
  if (ascii_iequals(value, "rtl")) return DirAttribute::rtl;
  if (ascii_iequals(value, "auto")) return DirAttribute::automatic;
  return DirAttribute::none;
}

// By the first strong character; unknown if there is none.
Direction direction_of_text(std::string_view text, MatchContext& context) {
  if (!spend(context, 1 + text.size() / 64)) return Direction::unknown;
  switch (first_strong_character(text)) {
    case StrongCharacter::left_to_right:
      return Direction::ltr;
    case StrongCharacter::right_to_left:
      return Direction::rtl;
    case StrongCharacter::none:
      break;
  }
  return Direction::unknown;
}

// Whose text does not count for the direction of an element around it.
bool is_isolated(html::Element element) {
  if (!element.in_html_namespace()) return false;
  constexpr std::array<std::string_view, 4> kTags{"bdi", "script", "style", "textarea"};
  return std::find(kTags.begin(), kTags.end(), element.tag()) != kTags.end() ||
         dir_attribute(element) != DirAttribute::none;
}

Direction direction_of_contents(html::Element element, MatchContext& context) {
  html::Node node = element.first_child_node();
  while (node && spend(context)) {
    const html::Element child = node.element();
    if (child && is_isolated(child)) {
      node = node.next_in_skipping_children(element);
      continue;
    }
    const Direction direction = child ? Direction::unknown : direction_of_text(node.text(), context);
    if (direction != Direction::unknown) return direction;
    node = node.next_in(element);
  }
  return Direction::unknown;
}

// §3.2.6.4, "auto directionality": ltr where no character tells.
Direction automatic_direction(html::Element element, MatchContext& context) {
  constexpr std::array<std::string_view, 9> kTypes{"hidden", "text",     "search", "tel",  "url",
                                                   "email",  "password", "submit", "reset"};
  Direction direction = Direction::unknown;
  if (element.is("input")) {
    const std::string_view type = input_type(element);
    const bool counts = type == "button" || std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
    if (counts) direction = direction_of_text(element.attribute_or("value", ""), context);
  } else {
    direction = direction_of_contents(element, context);
  }
  return direction == Direction::unknown ? Direction::ltr : direction;
}

// What the element's own markup says; unknown: it is as its parent.
Direction own_direction(html::Element element, MatchContext& context) {
  switch (dir_attribute(element)) {
    case DirAttribute::ltr:
      return Direction::ltr;
    case DirAttribute::rtl:
      return Direction::rtl;
    case DirAttribute::automatic:
      return automatic_direction(element, context);
    case DirAttribute::none:
      break;
  }
  if (!element.in_html_namespace()) return Direction::unknown;
  if (element.is("bdi")) return automatic_direction(element, context);
  if (element.is("input") && input_type(element) == "tel") return Direction::ltr;
  return Direction::unknown;
}

Direction direction_of(html::Element element, MatchContext& context) {
  const std::span<Direction> known = context.cache.directions();
  std::vector<std::size_t> path;  // whose direction is the one that is found
  Direction direction = Direction::unknown;
  for (html::Element at = element; at && direction == Direction::unknown; at = at.parent()) {
    if (!spend(context) || at.index() >= known.size()) return Direction::unknown;
    path.push_back(at.index());
    direction = known[at.index()];
    if (direction == Direction::unknown) direction = own_direction(at, context);
  }
  if (*context.steps_left == 0) return Direction::unknown;
  if (direction == Direction::unknown) direction = Direction::ltr;
  for (std::size_t index : path) known[index] = direction;
  return direction;
}

}  // namespace

bool matches_language(html::Element element, std::string_view ranges, MatchContext& context) {
  const std::string_view language = language_of(element, context);
  if (ranges.empty()) return language.empty();
  if (!spend(context, (1 + ranges.size() / 16) * (1 + language.size() / 64))) return false;
  while (true) {
    const bool last = ranges.find(',') == std::string_view::npos;
    if (in_range(language, take(ranges, ','))) return true;
    if (last) return false;
  }
}

bool matches_direction(html::Element element, std::string_view direction, MatchContext& context) {
  const Direction wanted = direction == "rtl" ? Direction::rtl : Direction::ltr;
  return direction_of(element, context) == wanted;
}

}  // namespace veedor::css
