#include "rules/support/box_covers.h"

#include <algorithm>
#include <array>
#include <utility>

#include "rules/support/box_style.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

using css::Property;
using css::Style;

constexpr float kSmallBox = 64;  // px: icons, badges and marks lie over no text
constexpr int kMaxInside = 8;    // elements of a positioned box that are looked at

bool is_media(html::Element element) {
  constexpr std::array<std::string_view, 8> kMedia = {"img",    "video", "canvas", "picture",
                                                      "iframe", "svg",   "object", "embed"};
  return std::ranges::find(kMedia, element.tag()) != kMedia.end();
}

bool is_small(const Style& style) {
  const css::Value& width = style[Property::width];
  const css::Value& height = style[Property::height];
  return width.is_length() && height.is_length() && width.number() <= kSmallBox &&
         height.number() <= kSmallBox;
}

bool is_behind(const Style& style) { return style[Property::z_index].number() < 0; }

class Finder {
 public:
  Finder(const css::Styles& styles, const UsedStyles& used)
      : styles_(styles),
        used_(used),
        covers_(styles.document().element_count()),
        containers_(styles.document().element_count(), kUnknown) {}

  // Plain boxes, nearly all, cover nothing.
  std::vector<std::uint8_t> run() {
    for (html::Element element :
         used_.elements_with([](const Style& style) { return !style.is_plain_box(); }))
      look_at(element);
    for (html::Element element : used_.generating()) {
      if (!is_left_out(styles_.of(element))) look_at_generated(element, container_of(element));
    }
    for (html::Element element : used_.elements_with(is_grid)) look_at_cells(element);
    return std::move(covers_);
  }

 private:
  static constexpr std::uint32_t kUnknown = UINT32_MAX;

  static bool is_grid(const Style& style) { return ascii_icontains(style.display(), "grid"); }
  static bool is_left_out(const Style& style) { return !style.is_plain_box() && style.not_rendered(); }
  static bool is_container(const Style& style) {
    return !style.is_plain_box() && (is_positioned(style) || is_transformed(style));
  }

  // The nearest positioned box around, itself included.
  std::uint32_t container_of(html::Element element) {
    path_.clear();
    html::Element up = element;
    for (; up && containers_[up.index()] == kUnknown; up = up.parent()) {
      path_.push_back(up);
      if (is_container(styles_.of(up))) break;
    }
    const std::uint32_t found =
        up ? (containers_[up.index()] == kUnknown ? static_cast<std::uint32_t>(up.index())
                                                  : containers_[up.index()])
           : 0;
    for (html::Element passed : path_) containers_[passed.index()] = found;
    return found;
  }

  void look_at(html::Element element) {
    const Style& style = styles_.of(element);
    if (style.not_rendered() || !is_out_of_flow(style) || is_small(style)) return;
    bool media = is_media(element) || has_image(style);
    int seen = 0;
    for (html::Element inner = element.first_child(); inner && !media && seen < kMaxInside;
         inner = inner.next_in(element), ++seen)
      media = is_media(inner) || has_image(styles_.of(inner));
    if (!media && style.colour(Property::background_color).alpha <= 0) return;
    const html::Element parent = element.parent();
    const std::uint32_t around = parent ? container_of(parent) : 0;
    // Of the whole page only pictures are behind the content; bars and dialogs lie over all of it.
    const bool whole_page = around == 0 || around == styles_.document().body().index();
    if (is_behind(style)) {
      covers_[around] |= kUnderAll;
    } else if (!whole_page || media) {
      covers_[around] |= kUnderPositioned;
    }
  }

  // A picture in a grid often shares its cell with the text (grid-area: 1 / 1).
  void look_at_cells(html::Element grid) {
    for (html::Element cell = grid.first_child(); cell; cell = cell.next_sibling()) {
      const Style& style = styles_.of(cell);
      if (is_media(cell) && !is_left_out(style) && !is_out_of_flow(style)) {
        covers_[grid.index()] |= kUnderAll;
        return;
      }
    }
  }

  void look_at_generated(html::Element element, std::uint32_t container) {
    for (css::PseudoElement pseudo : {css::PseudoElement::before, css::PseudoElement::after}) {
      const Style* const style = styles_.of(element, pseudo);
      if (style == nullptr || !is_out_of_flow(*style) || !has_background(*style) || is_small(*style))
        continue;
      covers_[container] |= is_behind(*style) ? kUnderAll : kUnderPositioned;
    }
  }

  const css::Styles& styles_;
  const UsedStyles& used_;
  std::vector<std::uint8_t> covers_;
  std::vector<std::uint32_t> containers_;
  std::vector<html::Element> path_;  // scratch
};

}  // namespace

std::vector<std::uint8_t> box_covers(const css::Styles& styles, const UsedStyles& used) {
  return Finder(styles, used).run();
}

}  // namespace veedor::rules
