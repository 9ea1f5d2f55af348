// The table of properties: names, aliases, groups, initial values.
#include "scanner/css/value/property.h"

#include <cstddef>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/css/declared.h"

namespace veedor::css {
namespace {

Property at(std::size_t i) { return static_cast<Property>(i); }

TEST(Property, EveryNameFindsItself) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(Property::shorthand_end); ++i) {
    if (at(i) == Property::custom) continue;
    ASSERT_FALSE(name(at(i)).empty()) << i;
    EXPECT_EQ(find_property(name(at(i))), at(i)) << name(at(i));
  }
}

TEST(Property, NamesAreFoundInAnyCase) {
  EXPECT_EQ(find_property("COLOR"), Property::color);
  EXPECT_EQ(find_property("Border-Top-Width"), Property::border_top_width);
  EXPECT_EQ(find_property("float"), Property::float_);
  EXPECT_EQ(find_property("--Any"), Property::custom);
  EXPECT_EQ(find_property("--"), Property::unknown);
  EXPECT_EQ(find_property(""), Property::unknown);
  EXPECT_EQ(find_property("colour"), Property::unknown);
  EXPECT_EQ(find_property(std::string(100'000, 'x')), Property::unknown);
}

TEST(Property, AliasesMeanTheirProperty) {
  EXPECT_EQ(find_property("word-wrap"), Property::overflow_wrap);
  EXPECT_EQ(find_property("-webkit-user-select"), Property::user_select);
  EXPECT_EQ(find_property("-webkit-box-shadow"), Property::box_shadow);
  EXPECT_EQ(find_property("-webkit-line-clamp"), Property::line_clamp);
  EXPECT_EQ(find_property("grid-gap"), Property::gap);
  EXPECT_EQ(find_property("inline-size"), Property::width);
  EXPECT_EQ(find_property("min-block-size"), Property::min_height);
  EXPECT_EQ(find_property("inset-block-start"), Property::top);
  EXPECT_EQ(find_property("-webkit-border-start"), Property::border_inline_start);
  EXPECT_EQ(find_property("-moz-box-sizing"), Property::unknown);
  EXPECT_EQ(find_property("-ms-transform"), Property::unknown);
}

TEST(Property, GroupsFitAndInheritedOnesComeFirst) {
  std::size_t first = 0;
  for (const Property end : kGroupEnds) {
    const std::size_t size = static_cast<std::size_t>(end) - first;
    EXPECT_GT(size, 0U);
    EXPECT_LE(size, 18U) << name(at(first));
    first = static_cast<std::size_t>(end);
  }
  EXPECT_EQ(first, kLonghands);
  EXPECT_EQ(kGroupEnds[kInheritedGroups - 1], Property::display);
  EXPECT_TRUE(is_inherited(Property::visibility));
  EXPECT_TRUE(is_inherited(Property::text_underline_offset));
  EXPECT_FALSE(is_inherited(Property::opacity));
}

TEST(Property, InitialValuesAreThoseOfTheSpecifications) {
  EXPECT_EQ(told(initial_value(Property::color)), "expression(canvastext)");
  EXPECT_EQ(told(initial_value(Property::font_size)), "medium");
  EXPECT_EQ(told(initial_value(Property::display)), "inline");
  EXPECT_EQ(told(initial_value(Property::background_color)), "rgba(0, 0, 0, 0)");
  EXPECT_EQ(told(initial_value(Property::border_top_color)), "expression(currentcolor)");
  EXPECT_EQ(told(initial_value(Property::border_top_width)), "3px");
  EXPECT_EQ(told(initial_value(Property::opacity)), "1");
  EXPECT_EQ(told(initial_value(Property::max_width)), "none");
  EXPECT_EQ(told(initial_value(Property::fill)), "rgb(0, 0, 0)");
}

// Whatever a property starts with can be written down.
TEST(Property, InitialValuesAreValid) {
  for (std::size_t i = 0; i < kLonghands; ++i) {
    std::string text = told(initial_value(at(i)));
    for (const std::string_view wrapper : {"raw(", "expression("}) {
      if (text.starts_with(wrapper)) text = text.substr(wrapper.size(), text.size() - wrapper.size() - 1);
    }
    EXPECT_EQ(value_of(name(at(i)), text), told(initial_value(at(i)))) << name(at(i));
  }
}

}  // namespace
}  // namespace veedor::css
