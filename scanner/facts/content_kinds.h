// What kinds of content pages have: some success criteria ask nothing of a site that has no media, no forms,
// no scripts.
#pragma once

#include <cstdint>

#include "scanner/html/document.h"

namespace veedor::facts {

enum class ContentKind : std::uint8_t {
  image,     // img, svg, picture, canvas, image buttons, maps
  media,     // audio, video
  embedded,  // frames, objects and plug-ins: anything may be in there
  link,
  field,  // of a form, that somebody fills in
  password,
  script,    // a script element or an event handler: content may move, time out, react to gestures
  refresh,   // meta refresh
  moving,    // marquee, blink, images that may be animated, media
  language,  // lang="" on a part
  search,    // a search field
  site_map,  // a link to a list of all pages
};

class ContentKinds {
 public:
  void add(ContentKind kind) { bits_ = static_cast<std::uint16_t>(bits_ | bit(kind)); }
  void add(ContentKinds others) { bits_ = static_cast<std::uint16_t>(bits_ | others.bits_); }
  bool has(ContentKind kind) const { return (bits_ & bit(kind)) != 0; }

 private:
  static constexpr std::uint16_t bit(ContentKind kind) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
  }
  std::uint16_t bits_ = 0;
};

// By markup alone; hidden content counts, too. Linear in the page.
ContentKinds content_kinds(const html::Document& document);

}  // namespace veedor::facts
