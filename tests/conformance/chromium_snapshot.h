// What Chromium computed for one page: the lines of act/chromium.jsonl (their form is described in the README
// beside it).
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scanner/css/value/property.h"

namespace veedor::conformance {

// The computed values of the snapshot, in its order.
inline constexpr auto kSnapshotProperties = std::to_array<css::Property>({
    css::Property::display,
    css::Property::visibility,
    css::Property::color,
    css::Property::background_color,
    css::Property::background_image,
    css::Property::font_size,
    css::Property::font_weight,
    css::Property::opacity,
    css::Property::overflow_x,
    css::Property::overflow_y,
    css::Property::position,
    css::Property::line_height,
    css::Property::letter_spacing,
    css::Property::word_spacing,
    css::Property::text_align,
    css::Property::outline_style,
    css::Property::outline_width,
    css::Property::text_decoration_line,
    css::Property::text_transform,
    css::Property::font_style,
    css::Property::transform,
    css::Property::clip_path,
    css::Property::content_visibility,
});

struct SnapshotElement {
  std::string path;      // "/html[1]/body[1]/p[2]"; a pseudo-element ends in "/::after[1]"
  bool in_tree = false;  // it has a node in the accessibility tree that is not ignored
  std::string role;      // in Chromium's spelling; "" where it has none
  std::string name;
  std::string description;
  bool focusable = false;
  std::optional<std::array<std::string, kSnapshotProperties.size()>> styles;  // of an element with a box
};

struct Snapshot {
  std::string path;  // of the page, below act/
  std::vector<SnapshotElement> elements;
};

// Nothing where the file is not there; lines that are not in the form are left out.
std::optional<std::vector<Snapshot>> read_snapshots(const std::filesystem::path& file);

}  // namespace veedor::conformance
