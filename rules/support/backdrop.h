// What is painted behind an element: the backgrounds of its ancestors down to the canvas (CSS Backgrounds 3
// §2, Compositing 1), as far as styles without a layout tell, and what makes that doubtful.
#pragma once

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "rules/support/used_styles.h"
#include "scanner/css/cascade/styles.h"
#include "scanner/facts/page.h"
#include "scanner/html/document.h"

namespace veedor::rules {

// Why the colours may be others. In rising order: the greater one counts.
enum class Doubt : std::uint8_t {
  none,
  overlap,  // something may lie between: positioned boxes, negative margins, transforms
  image,
  effect,  // filters, blending, movement
};

struct Surface {
  const Surface* below = nullptr;    // what the group of an opacity is painted on; null for the page's own
  float opacity = 1;                 // of the group
  std::vector<css::Colour> colours;  // each may be behind a letter; translucent only within a group
  Doubt doubt = Doubt::none;
  bool covered = false;                    // positioned boxes inside may lie over one that is around them
  bool rendered = true;                    // no display:none around it
  const css::Style* painted_by = nullptr;  // the uppermost background; null: the canvas
  const css::Style* faded_by = nullptr;    // has the opacity of the group

  bool is_plain() const { return below == nullptr && colours.size() == 1; }
};

class Backdrops {
 public:
  explicit Backdrops(const css::Styles& styles) : Backdrops(styles, UsedStyles(styles)) {}
  // `used` by the same styles.
  Backdrops(const css::Styles& styles, const UsedStyles& used);
  // In another environment, where boxes lie over each other as they usually do.
  Backdrops(const css::Styles& styles, const Backdrops& usual);

  // Behind the text of the element: its own background is part of it. Lives as long as this object.
  const Surface& of(html::Element element);
  // Behind the text of a box with that style within `parent`: a pseudo-element, an element in a state.
  const Surface& with(const Surface& parent, const css::Style& style);
  // What is around the element: behind its border.
  const Surface& around(html::Element element);

 private:
  html::Element parent_of(html::Element element) const;
  // `around`: of its parent; null where it has none.
  const Surface& compute(html::Element element, const Surface* around);
  const Surface& canvas(html::Element root);
  static Surface inside(const Surface& parent, const css::Style& style);
  static void paint(Surface& surface, const css::Style& style);

  const css::Styles& styles_;
  std::vector<std::uint8_t> covers_;      // by Element::index()
  std::vector<const Surface*> surfaces_;  // likewise
  std::deque<Surface> kept_;
  struct Key {
    const Surface* parent;
    const css::Style* style;
    std::uint8_t cover;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };
  std::unordered_map<Key, const Surface*, KeyHash> known_;
  html::Element body_on_canvas_;     // null where the root has a background of its own
  std::vector<html::Element> path_;  // scratch
};

// Those of the page in its default environment, for all rules that ask.
Backdrops& backdrops_of(const facts::Page& page);

}  // namespace veedor::rules
