// What a browser would compute for one element (CSS Cascade 5): a value for every longhand, and who set it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "scanner/css/sheet.h"
#include "scanner/css/value/property.h"

namespace veedor::css {

// Where a computed value was declared; of an inherited value, where its ancestor's was.
enum class Source : std::uint8_t { initial, user_agent, attribute_hint, style_attribute, sheet };
struct Provenance {
  Source source = Source::initial;
  std::string_view url = {};  // of the linked sheet; "" for <style> and style=""
  unsigned line = 0;    // from 1: in the linked sheet, or on the page for <style>; 0 where there is none
  unsigned column = 0;  // from 1, in bytes
  std::string_view selector = {};  // as written; "" where there is none
};

struct CustomProperties;

class Style {
 public:
  struct Slot {
    Value value;
    std::uint32_t from = 0;  // for Styles::provenance(); 0: nobody
  };
  static constexpr std::size_t kMaxGroup = 18;
  using Group = std::array<Slot, kMaxGroup>;

  const Value& operator[](Property longhand) const { return slot(longhand).value; }
  const Slot& slot(Property longhand) const {
    const auto [group, place] = kPlaces[static_cast<std::size_t>(longhand)];
    return (*groups_[group])[place];
  }

  // Shortcuts for what nearly every rule asks.
  std::string_view display() const { return (*this)[Property::display].text(); }
  bool not_rendered() const { return (*this)[Property::display].is("none"); }
  // Neither moved nor painted on: in the flow, without background, transform, filter, blending or opacity,
  // z-index auto, no negative margins above or below. Nearly all boxes are plain.
  bool is_plain_box() const { return plain_box_; }
  bool visible() const { return (*this)[Property::visibility].is("visible"); }
  double font_size() const { return (*this)[Property::font_size].number(); }      // px
  double font_weight() const { return (*this)[Property::font_weight].number(); }  // 1 to 1000
  // Of a property that holds a colour; `currentcolor` is the element's own color.
  Colour colour(Property property = Property::color) const {
    const Value& value = (*this)[property];
    return value.is("currentcolor") ? (*this)[Property::color].colour() : value.colour();
  }

 private:
  friend class StyleBuilder;
  friend class Styles;

  struct Place {
    std::uint8_t group;
    std::uint8_t place;
  };
  static constexpr std::array<Place, kLonghands> kPlaces = [] {
    std::array<Place, kLonghands> places{};
    std::size_t property = 0;
    for (std::size_t group = 0; group < kGroups; ++group) {
      const std::size_t begin = property;
      for (; property < static_cast<std::size_t>(kGroupEnds[group]); ++property)
        places[property] = {static_cast<std::uint8_t>(group), static_cast<std::uint8_t>(property - begin)};
      if (property - begin > kMaxGroup) throw "a group has too many properties";
    }
    return places;
  }();

  std::array<const Group*, kGroups> groups_{};
  const CustomProperties* custom_ = nullptr;  // null: none
  std::uint8_t font_keyword_ = 0;  // font-size came from a keyword: 1 for xx-small … 8; 0: it did not
  bool font_absolute_ = false;     // font-size came from an absolute length
  bool monospace_ = false;         // font-family is just monospace, whose default size is smaller
  bool plain_box_ = false;
  bool blockifies_ = false;  // its children are flex or grid items
};

}  // namespace veedor::css
