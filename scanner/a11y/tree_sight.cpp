// What an eye can find: the ways in which pages keep something rendered, but out of sight.
#include <charconv>
#include <string_view>
#include <vector>

#include "scanner/a11y/tree_state.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

using css::Property;
using css::Style;

// Where screens end for good: authors move things away by -999px, -10000px or -9999em.
constexpr float kFarAway = -900;
constexpr float kSpeck = 1;  // px: a box of at most this size shows nothing

bool is_far_away(const Style& style) {
  const bool moved = !style[Property::position].is("static");
  const bool pulled =
      moved && (style[Property::left].number() <= kFarAway || style[Property::top].number() <= kFarAway);
  return pulled ||
         (style[Property::position].is("absolute") &&
          (style[Property::right].number() <= kFarAway || style[Property::bottom].number() <= kFarAway));
}

bool is_speck(const css::Value& size) { return size.is_length() && size.number() <= kSpeck; }

bool clips(const css::Value& overflow) { return overflow.is("hidden") || overflow.is("clip"); }

// A box without room that shows nothing of what is in it.
bool is_shrunk(const Style& style) {
  return (clips(style[Property::overflow_x]) && is_speck(style[Property::width]) &&
          is_speck(style[Property::height])) ||
         (clips(style[Property::overflow_y]) && style[Property::height].is_length() &&
          style[Property::height].number() <= 0 && style[Property::min_height].number() <= 0 &&
          style[Property::padding_top].number() + style[Property::padding_bottom].number() <= 0);
}

// CSS Masking 1 §8.1: clip: rect(…) of which nothing is left, in force where the box is out of flow.
bool is_clipped_to_nothing(const Style& style) {
  const bool out_of_flow = style[Property::position].is("absolute") || style[Property::position].is("fixed");
  const std::string_view clip = style[Property::clip].text();
  if (out_of_flow && clip.starts_with("rect(")) {
    float edges[4] = {};
    int count = 0;
    const char* at = clip.data() + 5;
    const char* const end = clip.data() + clip.size();
    while (at < end && count < 4) {
      const auto [next, error] = std::from_chars(at, end, edges[count]);
      if (error == std::errc()) {
        ++count;
        at = next;
        while (at < end && *at != ',' && *at != ' ' && *at != ')') ++at;  // the unit
      } else if (*at == ' ' || *at == ',') {
        ++at;
      } else {
        return false;  // auto, or what we do not know
      }
    }
    if (count == 4 && (edges[2] - edges[0] <= kSpeck || edges[1] - edges[3] <= kSpeck)) return true;
  }
  // inset(50%) from every side leaves nothing (CSS Shapes 1 §3.1).
  const std::string_view path = style[Property::clip_path].text();
  constexpr std::string_view kInset = "inset(";
  if (!path.starts_with(kInset)) return false;
  float inset = 0;
  const char* const begin = path.data() + kInset.size();
  const auto [after, error] = std::from_chars(begin, path.data() + path.size(), inset);
  return error == std::errc() && inset >= 50 && after < path.data() + path.size() && *after == '%';
}

bool is_scaled_to_nothing(const Style& style) {
  const std::string_view transform = style[Property::transform].text();
  return transform.find("scale(0)") != std::string_view::npos ||
         transform.find("scale(0,") != std::string_view::npos;
}

bool hides_itself(const Style& style) {
  return style[Property::opacity].number() <= 0 || is_far_away(style) || is_shrunk(style) ||
         is_clipped_to_nothing(style) || is_scaled_to_nothing(style);
}

bool hides_text(const Style& style) {
  return style.font_size() <= 0 || style[Property::text_indent].number() <= kFarAway;
}

}  // namespace

bool TreeState::in_sight(html::Element element) {
  if (!element) return false;
  Answer& known = in_sight_[element.index()];
  if (known == Answer::unknown) known = find_in_sight(element) ? Answer::yes : Answer::no;
  return known == Answer::yes;
}

bool TreeState::find_in_sight(html::Element element) {
  if (hidden(element)) return false;
  if (boxes_in_sight_.empty()) boxes_in_sight_.resize(document.element_count());
  std::vector<html::Element> path;
  html::Element up = element;
  for (; up && boxes_in_sight_[up.index()] == Answer::unknown; up = flat.parent(up)) path.push_back(up);
  Answer around = up ? boxes_in_sight_[up.index()] : Answer::yes;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    if (around == Answer::yes && hides_itself(styles.of(*step))) around = Answer::no;
    boxes_in_sight_[step->index()] = around;
  }
  return around == Answer::yes;
}

std::span<const Tree::Text> TreeState::texts_in_sight() {
  if (texts_in_sight_) return *texts_in_sight_;
  texts_in_sight_.emplace();
  const html::Element root = document.root();
  for (html::Node node = root.first_child_node(); node; node = node.next_in(root)) {
    if (!node.is_text() || trim(node.text()).empty()) continue;
    const html::Element element = node.parent();
    if (in_sight(element) && rendering(element).shows_children && !hides_text(styles.of(element)))
      texts_in_sight_->push_back({element, node});
  }
  return *texts_in_sight_;
}

}  // namespace veedor::a11y
