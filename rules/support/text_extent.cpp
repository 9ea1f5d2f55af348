#include "rules/support/text_extent.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

using css::Property;
using css::Style;
using css::Value;

constexpr int kMaxLevels = 64;

bool is_block(const Style& style) {
  const std::string_view display = style.display();
  return display == "block" || display == "list-item" || display == "flow-root";
}
bool is_inline(const Style& style) { return style.display() == "inline" || style.display() == "contents"; }

bool is_out_of_flow(const Style& style) {
  const Value& position = style[Property::position];
  return position.is("absolute") || position.is("fixed");
}

double sides(const Style& style, std::initializer_list<Property> properties) {
  double sum = 0;
  for (Property property : properties) sum += std::max(0.0, double{style[property].number()});
  return sum;
}

double horizontal_edges(const Style& style) {
  double edges = sides(style, {Property::padding_left, Property::padding_right});
  if (!style[Property::border_left_style].is("none")) edges += style[Property::border_left_width].number();
  if (!style[Property::border_right_style].is("none")) edges += style[Property::border_right_width].number();
  return edges;
}

// A length or percentage as a content width; -1 for auto, none and the like.
double resolved(const Value& size, double around, const Style& style) {
  double width = -1;
  if (size.is_length()) width = size.number();
  if (size.kind() == css::ValueKind::percentage) width = around * size.number() / 100;
  if (size.kind() == css::ValueKind::length_percentage) width = size.number() + around * size.percent() / 100;
  if (width < 0) return -1;
  return style[Property::box_sizing].is("border-box") ? std::max(0.0, width - horizontal_edges(style))
                                                      : width;
}

void enter(Room& room, html::Element element, const Style& style, double window) {
  if (is_inline(style)) return;
  const bool in_flow = !is_out_of_flow(style) && style[Property::float_].is("none");
  if (!in_flow || !is_block(style)) room.sure = false;
  const double around = is_out_of_flow(style) ? window : room.width;
  const double wanted = resolved(style[Property::width], around, style);
  if (wanted >= 0) {
    room.width = wanted;
    if (style[Property::width].is_length()) {
      room.fixed_by = element;
      room.sure = is_block(style);
    }
  } else {
    room.width = std::max(0.0, around - horizontal_edges(style) -
                                   sides(style, {Property::margin_left, Property::margin_right}));
  }
  const double most = resolved(style[Property::max_width], around, style);
  if (most >= 0 && most < room.width) {
    room.width = most;
    room.fixed_by = {};
  }
  const double least = resolved(style[Property::min_width], around, style);
  if (least > room.width) {
    room.width = least;
    room.fixed_by = style[Property::min_width].is_length() ? element : html::Element();
  }
}

bool is_nowrap(const Style& style) {
  const Value& space = style[Property::white_space];
  return space.is("nowrap") || space.is("pre") || style[Property::text_wrap].is("nowrap");
}

bool keeps_breaks(const Style& style) {
  const Value& space = style[Property::white_space];
  return space.is("pre") || space.is("pre-wrap") || space.is("pre-line") || space.is("break-spaces");
}

// The lines of one flow.
class Flow {
 public:
  Flow(html::Element box, const css::Styles& styles, Guess guess)
      : box_(box), styles_(styles), guess_(guess), width_(std::max(1.0, room_in(box, styles).width)) {}

  void text(html::Node node) {
    const Style& style = styles_.of(node.parent());
    if (!style.visible() || style.font_size() <= 0) return;
    enter_block_of(node.parent());
    for (std::string_view rest = node.text(); !rest.empty();) {
      const std::size_t end = keeps_breaks(style) ? rest.find('\n') : std::string_view::npos;
      add(style, characters(rest.substr(0, end)));
      if (end == std::string_view::npos) break;
      break_line();
      rest.remove_prefix(end + 1);
    }
  }
  void image(html::Element element) {
    const Style& style = styles_.of(element);
    if (!style[Property::width].is_length()) return;
    enter_block_of(element.parent());
    run_ += style[Property::width].number();
    nowrap_ = is_nowrap(styles_.of(element.parent()));
    extent_.seen = true;
  }
  void break_line() {
    if (run_ > 0) {
      const double lines = nowrap_ ? 1 : std::max(1.0, std::ceil(run_ / block_width()));
      extent_.height += lines * line_height_;
      if (nowrap_) extent_.unbroken = std::max(extent_.unbroken, run_);
    }
    run_ = 0;
    line_height_ = 0;
  }
  Extent finish() {
    break_line();
    return extent_;
  }

 private:
  void add(const Style& style, std::size_t count) {
    if (count == 0) return;
    extent_.seen = true;
    run_ += static_cast<double>(count) * guess_.advance * style.font_size();
    line_height_ = std::max(line_height_, line_height(style, guess_.normal));
    nowrap_ = is_nowrap(style);
  }
  void enter_block_of(html::Element element) {
    int levels = 0;
    while (element != box_ && is_inline(styles_.of(element)) && levels++ < kMaxLevels)
      element = element.parent();
    if (element != block_) break_line();
    block_ = element;
  }
  // A block within the box may be set wider than the box.
  double block_width() const {
    const Value& width = styles_.of(block_)[Property::width];
    return width.is_length() ? std::max(width_, double{width.number()}) : width_;
  }

  html::Element box_;
  const css::Styles& styles_;
  Guess guess_;
  double width_;
  html::Element block_;
  double run_ = 0;
  double line_height_ = 0;
  bool nowrap_ = false;
  Extent extent_;
};

// Inside of the flow, and so are its children.
bool is_in_flow(html::Element element, const Style& style) {
  return (is_block(style) || is_inline(style)) && style[Property::float_].is("none") &&
         !is_out_of_flow(style) && style[Property::overflow_x].is("visible") &&
         style[Property::overflow_y].is("visible") && style[Property::column_count].is("auto") &&
         element.attribute_or("aria-hidden", "") != "true";
}

// How many characters begin in a piece of a longer text, a space before one of them counted too; [-1] is
// read. Without a branch and in bytes, so that many are looked at in one step: a piece is no longer than 128.
std::size_t count_in(const char* piece, std::size_t size) {
  const auto is_space = [](unsigned char c) {
    const bool line = (static_cast<unsigned char>(c - '\t') <= '\r' - '\t') & (c != '\v');
    return bool((c == ' ') | line);
  };
  unsigned char count = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto before = static_cast<unsigned char>(piece[i - 1]);
    const auto here = static_cast<unsigned char>(piece[i]);
    const bool word = !is_space(here);
    const bool begins = (here & 0xC0U) != 0x80U;  // no further byte of a character in UTF-8
    count = static_cast<unsigned char>(count + (begins & word) + (is_space(before) & word));
  }
  return count;
}

}  // namespace

std::size_t characters(std::string_view text, std::size_t limit) {
  while (!text.empty() && is_ascii_whitespace(text.front())) text.remove_prefix(1);
  if (text.empty() || limit == 0) return 0;
  constexpr std::size_t kAtOnce = 128;
  std::size_t count = 1;
  for (std::size_t from = 1; from < text.size() && count < limit; from += kAtOnce)
    count += count_in(text.data() + from, std::min(kAtOnce, text.size() - from));
  return std::min(count, limit);
}

std::string beginning_of(html::Element element) {
  constexpr std::size_t kEnough = 400;
  constexpr int kMaxNodes = 200;
  std::string text;
  int seen = 0;
  for (html::Node node = element.first_child_node(); node && text.size() < kEnough && seen < kMaxNodes;
       node = node.next_in(element), ++seen)
    text += node.text().substr(0, kEnough - text.size());
  return text;
}

Room room_in(html::Element element, const css::Styles& styles) {
  std::array<html::Element, kMaxLevels> path;
  std::size_t depth = 0;
  html::Element up = element;
  for (; up && depth < path.size(); up = up.parent()) path[depth++] = up;
  Room room{.width = styles.environment().width, .fixed_by = {}, .sure = !up};
  while (depth > 0) {
    const html::Element step = path[--depth];
    enter(room, step, styles.of(step), styles.environment().width);
  }
  return room;
}

double line_height(const css::Style& style, double normal) {
  const Value& height = style[Property::line_height];
  if (height.is_length()) return height.number();
  if (height.kind() == css::ValueKind::number) return height.number() * style.font_size();
  if (height.kind() == css::ValueKind::percentage) return height.number() * style.font_size() / 100;
  return normal * style.font_size();
}

Extent extent_of(html::Element element, const css::Styles& styles, Guess guess, std::size_t& steps) {
  Flow flow(element, styles, guess);
  html::Node node = element.first_child_node();
  while (node && steps > 0) {
    --steps;
    const html::Element child = node.element();
    if (!child) {
      if (node.is_text()) flow.text(node);
      node = node.next_in(element);
    } else if (child.is("br")) {
      flow.break_line();
      node = node.next_in_skipping_children(element);
    } else if (child.is("img")) {
      flow.image(child);
      node = node.next_in_skipping_children(element);
    } else if (is_in_flow(child, styles.of(child))) {
      node = node.next_in(element);
    } else {
      node = node.next_in_skipping_children(element);
    }
  }
  return flow.finish();
}

double fixed_content_height(const css::Style& style) {
  double height = -1;
  for (Property property : {Property::height, Property::max_height}) {
    const Value& value = style[property];
    if (value.is_length() && (height < 0 || value.number() < height)) height = value.number();
  }
  if (height < 0) return -1;
  if (style[Property::min_height].is_length())
    height = std::max(height, double{style[Property::min_height].number()});
  if (style[Property::box_sizing].is("border-box")) height -= vertical_edges(style);
  return std::max(0.0, height);
}

double vertical_edges(const css::Style& style) {
  double edges = sides(style, {Property::padding_top, Property::padding_bottom});
  if (!style[Property::border_top_style].is("none")) edges += style[Property::border_top_width].number();
  if (!style[Property::border_bottom_style].is("none"))
    edges += style[Property::border_bottom_width].number();
  return edges;
}

}  // namespace veedor::rules
