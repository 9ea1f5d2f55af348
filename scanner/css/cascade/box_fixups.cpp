#include "scanner/css/cascade/box_fixups.h"

#include <algorithm>
#include <array>
#include <utility>

namespace veedor::css {
namespace {

constexpr auto kBlockified = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"inline", "block"},
    {"inline-block", "block"},
    {"inline-flex", "flex"},
    {"inline-grid", "grid"},
    {"inline-table", "table"},
    {"-webkit-inline-box", "-webkit-box"},
    {"-webkit-inline-flex", "flex"},
    {"table-row-group", "block"},
    {"table-header-group", "block"},
    {"table-footer-group", "block"},
    {"table-row", "block"},
    {"table-cell", "block"},
    {"table-column-group", "block"},
    {"table-column", "block"},
    {"table-caption", "block"},
    {"ruby", "block"},
    {"ruby-base", "block"},
    {"ruby-text", "block"},
});

std::string_view blockify(std::string_view display) {
  const auto* const found =
      std::ranges::find(kBlockified, display, [](const auto& entry) { return entry.first; });
  return found == kBlockified.end() ? display : found->second;
}

bool scrolls(std::string_view overflow) { return overflow != "visible" && overflow != "clip"; }

std::string_view beside_scrolling(std::string_view overflow) {
  if (overflow == "visible") return "auto";
  return overflow == "clip" ? "hidden" : overflow;
}

}  // namespace

BoxFixups box_fixups(const Style& style, Subject subject, bool blockified) {
  BoxFixups fixups{.display = style.display(),
                   .float_ = style[Property::float_].text(),
                   .overflow_x = style[Property::overflow_x].text(),
                   .overflow_y = style[Property::overflow_y].text()};
  const Value& position = style[Property::position];
  const bool absolute = position.is("absolute") || position.is("fixed");
  if (absolute) fixups.float_ = "none";
  const bool contents = fixups.display == "contents";
  if (contents && subject == Subject::replaced) fixups.display = "none";  // CSS Display 3, appendix B
  if (contents && subject == Subject::root) fixups.display = "block";
  if (absolute || fixups.float_ != "none" || blockified || subject == Subject::root)
    fixups.display = blockify(fixups.display);
  const std::string_view display = fixups.display;
  fixups.blockifies_children = display == "flex" || display == "inline-flex" || display == "grid" ||
                               display == "inline-grid" || (display == "contents" && blockified);
  const bool any_scrolls = scrolls(fixups.overflow_x) || scrolls(fixups.overflow_y);
  if (any_scrolls) {
    fixups.overflow_x = beside_scrolling(fixups.overflow_x);
    fixups.overflow_y = beside_scrolling(fixups.overflow_y);
  }
  return fixups;
}

}  // namespace veedor::css
