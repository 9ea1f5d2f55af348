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
  explicit Finder(const css::Styles& styles)
      : styles_(styles),
        covers_(styles.document().element_count()),
        containers_(styles.document().element_count()) {}

  std::vector<std::uint8_t> run() {
    for (html::Element element : styles_.document().elements()) look_at(element);
    return std::move(covers_);
  }

 private:
  void look_at(html::Element element) {
    const Style& style = styles_.of(element);
    const html::Element parent = element.parent();
    const std::uint32_t around = parent ? containers_[parent.index()] : 0;
    const auto own = static_cast<std::uint32_t>(element.index());
    const bool plain = style.is_plain_box();
    containers_[own] = !plain && (is_positioned(style) || is_transformed(style)) ? own : around;
    if (!plain && style.not_rendered()) return;
    if (styles_.reactions(element).generates) look_at_generated(element, containers_[own]);
    if (plain && !is_media(element)) return;
    // A picture in a grid often shares its cell with the text (grid-area: 1 / 1).
    if (is_media(element) && parent && !is_out_of_flow(style)) {
      if (ascii_icontains(styles_.of(parent).display(), "grid")) covers_[parent.index()] |= kUnderAll;
      return;
    }
    if (!is_out_of_flow(style) || is_small(style)) return;
    bool media = is_media(element) || has_image(style);
    int seen = 0;
    for (html::Element inner = element.first_child(); inner && !media && seen < kMaxInside;
         inner = inner.next_in(element), ++seen)
      media = is_media(inner) || has_image(styles_.of(inner));
    if (!media && style.colour(Property::background_color).alpha <= 0) return;
    // Of the whole page only pictures are behind the content; bars and dialogs lie over all of it.
    const bool whole_page = around == 0 || around == styles_.document().body().index();
    if (is_behind(style)) {
      covers_[around] |= kUnderAll;
    } else if (!whole_page || media) {
      covers_[around] |= kUnderPositioned;
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
  std::vector<std::uint8_t> covers_;
  std::vector<std::uint32_t> containers_;  // the nearest positioned box around, itself included
};

}  // namespace

std::vector<std::uint8_t> box_covers(const css::Styles& styles) { return Finder(styles).run(); }

}  // namespace veedor::rules
