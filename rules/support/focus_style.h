// What changes to the eye when an element takes focus with the keyboard.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "rules/support/backdrop.h"
#include "scanner/css/cascade/styles.h"

namespace veedor::rules {

enum class FocusMark : std::uint8_t {
  seen,       // an outline, or another change of its style
  replaced,   // the outline only takes the place of a part of the border: it looks as before
  hidden,     // nothing changes, or the outline has the colour of what is behind it
  elsewhere,  // nothing changes on itself, but perhaps on elements around, beside or inside
};

// Styles that many elements share are compared once.
class FocusMarks {
 public:
  FocusMarks(const css::Styles& styles, Backdrops& backdrops) : styles_(styles), backdrops_(backdrops) {}
  FocusMark of(html::Element element);

 private:
  struct Pair {
    const css::Style* rest;
    const css::Style* focused;
    bool operator==(const Pair&) const = default;
  };
  struct PairHash {
    std::size_t operator()(const Pair& pair) const;
  };
  // By the styles alone; an outline is seen where what is around it has another colour.
  enum class Change : std::uint8_t { none, seen, outlined, replaced };
  static Change compare(const css::Style& rest, const css::Style& focused);

  const css::Styles& styles_;
  Backdrops& backdrops_;
  std::unordered_map<Pair, Change, PairHash> changes_;
};

inline constexpr css::States kKeyboardFocus{.focus = true, .focus_visible = true};

}  // namespace veedor::rules
