// Text that a box of fixed size cuts off once the page is enlarged to 200 %.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/rule_subject.h"
#include "rules/support/text_extent.h"
#include "rules/support/used_styles.h"
#include "scanner/base/text.h"
#include "scanner/css/declared.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

using css::Property;
using css::Style;

// ACT 59br37: a window of 1280 by 1024 at 200 %.
constexpr css::Environment kEnlarged = {.width = 640, .height = 512};
constexpr std::size_t kSteps = 100'000;       // nodes looked at on one page
constexpr std::size_t kMaxSubjects = 20'000;  // elements compared with selectors
constexpr double kSliver = 4;                 // px: of lines in a lower box nothing is to be seen anyway

constexpr auto kWithoutFlow = std::to_array<std::string_view>({
    "audio",    "body",   "button", "canvas", "embed",    "frameset", "head",
    "html",     "iframe", "img",    "input",  "marquee",  "meter",    "object",
    "progress", "script", "select", "style",  "textarea", "title",    "video",
});
static_assert(std::ranges::is_sorted(kWithoutFlow));

bool clips(const css::Value& overflow) { return overflow.is("hidden") || overflow.is("clip"); }

// overflow does not apply to inline boxes and rows (CSS Overflow 3 §3.1).
bool is_clipping_box(const Style& style) {
  if (!clips(style[Property::overflow_x]) && !clips(style[Property::overflow_y])) return false;
  const std::string_view display = style.display();
  return display != "inline" && display != "contents" && display != "none" && !display.starts_with("table");
}

// ACT 59br37, expectation 2: a box of one line cuts cleanly. `normal` is a matter of fonts.
bool is_one_line(const Style& style, double content_height) {
  const double box = content_height + vertical_edges(style);
  const double size = style.font_size();
  if (style[Property::line_height].is("normal")) return box >= size && box <= 1.25 * size;
  return line_height(style, 1) >= box - 0.01;
}

enum class Cut : std::uint8_t { none, perhaps, vertical, horizontal };

// Authors who animate the text or count its lines have thought of its end; what is called so opens.
bool cuts_on_purpose(html::Element box, const Style& style) {
  const std::string_view animation = style[Property::animation_name].text();
  if (!style[Property::line_clamp].is("none") || (animation != "none" && !animation.empty())) return true;
  const std::string_view classes = box.attribute_or("class", "").substr(0, 500);
  for (std::string_view part :
       {"accordion", "carousel", "clamp", "collaps", "ellipsis", "expandable", "expanded", "expander", "more",
        "scroll", "slick", "slide", "swiper", "ticker", "toggle", "truncat"}) {
    if (ascii_icontains(classes, part)) return true;
  }
  return false;
}

bool too_high(html::Element box, const css::Styles& styles, const Extent& extent) {
  const Style& style = styles.of(box);
  const double content = fixed_content_height(style);
  if (!clips(style[Property::overflow_y]) || content < 0 || is_one_line(style, content)) return false;
  const double seen = content + std::max(0.0F, style[Property::padding_bottom].number());
  return seen >= kSliver && extent.height > seen + 1;
}

bool too_wide(html::Element box, const css::Styles& styles, const Extent& extent) {
  const Style& style = styles.of(box);
  if (!clips(style[Property::overflow_x]) || extent.unbroken <= 0) return false;
  if (style[Property::white_space].is("nowrap") && !style[Property::text_overflow].is("clip")) return false;
  const Room room = room_in(box, styles);
  return room.width >= kSliver && extent.unbroken > room.width + style[Property::padding_right].number();
}

Cut cut(html::Element box, const css::Styles& styles, std::size_t& steps) {
  const Style& style = styles.of(box);
  if (!is_clipping_box(style) || cuts_on_purpose(box, style)) return Cut::none;
  const Extent least = extent_of(box, styles, kAtLeast, steps);
  if (!least.seen) return Cut::none;
  if (too_high(box, styles, least)) return Cut::vertical;
  if (too_wide(box, styles, least)) return Cut::horizontal;
  // What fits only just is told by a layout, and by it alone.
  if (fixed_content_height(style) < 0) return Cut::none;
  const Extent likely = extent_of(box, styles, kLikely, steps);
  const double content = fixed_content_height(style);
  const bool tight = clips(style[Property::overflow_y]) && content >= kSliver &&
                     !is_one_line(style, content) && likely.height > content;
  return tight ? Cut::perhaps : Cut::none;
}

// May it be cut in an enlarged window? Looked at with the styles at hand, so that few pages need others:
// heights of vh halve, and lines become half as long.
bool is_suspect(html::Element box, const css::Styles& styles, std::size_t& steps, bool& seen) {
  const Style& style = styles.of(box);
  if (!is_clipping_box(style)) return false;
  const double height = fixed_content_height(style);
  const bool low = clips(style[Property::overflow_y]) && height >= kSliver;
  const bool narrow = clips(style[Property::overflow_x]) && style[Property::text_overflow].is("clip");
  if (!low && !narrow) return false;
  const Extent extent = extent_of(box, styles, kLikely, steps);
  seen = seen || (low && extent.seen);
  return extent.seen && ((low && 4 * extent.height > height) ||
                         (narrow && extent.unbroken > 0 && 3 * extent.unbroken > room_in(box, styles).width));
}

bool sets_low_box(const css::Sheet& sheet, const css::Block& block) {
  bool clipped = false;
  bool low = false;
  for (std::size_t i = block.first; i < block.first + block.count; ++i) {
    const css::Declaration& declaration = sheet.declarations[i];
    clipped = clipped || (declaration.property == Property::overflow_y && clips(declaration.value));
    low =
        low || ((declaration.property == Property::height || declaration.property == Property::max_height) &&
                declaration.value.is_length() && declaration.value.number() > 1);
  }
  return clipped && low;
}

// Those for which a sheet sets a clipped box of fixed height in narrow windows only.
std::vector<html::Element> low_when_narrow(const facts::Page& page) {
  std::vector<html::Element> found;
  std::size_t left = kMaxSubjects;
  for (const css::SheetUse& use : page.styles().sheets()) {
    if (use.user_agent || use.sheet->conditions.size() <= 1) continue;
    for (const std::uint32_t block : use.sheet->declared->blocks_with(Property::overflow_y)) {
      if (!sets_low_box(*use.sheet, use.sheet->blocks[block])) continue;
      for (const css::StyleRule& rule : css::rules_of_block(*use.sheet, block)) {
        if (rule.condition == 0 || use.holds[rule.condition] || left == 0) continue;
        const css::Condition& condition = use.sheet->conditions[rule.condition];
        if (condition.kind != css::Condition::Kind::media || !condition.media.matches(kEnlarged)) continue;
        const auto elements = elements_of(subject_of(*use.sheet, rule), page.document(), left);
        found.insert(found.end(), elements.begin(), elements.end());
      }
    }
  }
  return found;
}

bool is_rendered(html::Element element, const css::Styles& styles) {
  constexpr int kMaxLevels = 64;
  int level = 0;
  for (html::Element up = element; up && level < kMaxLevels; up = up.parent(), ++level) {
    if (styles.of(up).not_rendered()) return false;
  }
  return styles.of(element).visible();
}

bool can_apply(html::Element element, const a11y::Tree& tree) {
  return element.in_html_namespace() && !std::ranges::binary_search(kWithoutFlow, element.tag()) &&
         !tree.is_excluded(element) && tree.is_in_sight(element);
}

std::string_view message(Cut cut) {
  if (cut == Cut::perhaps) return "tight";
  return cut == Cut::vertical ? "height" : "width";
}

class Check {
 public:
  explicit Check(const facts::Page& page) : page_(page) {}

  // In an enlarged window.
  void look(html::Element element) {
    if (!can_apply(element, page_.tree())) return;
    const css::Styles& enlarged = page_.styles(kEnlarged);
    const Cut found = cut(element, enlarged, steps_);
    if (found == Cut::none || !is_rendered(element, enlarged)) return;
    verdicts_.push_back({.outcome = found == Cut::perhaps ? Outcome::cant_tell : Outcome::failed,
                         .message = message(found),
                         .element = element,
                         .values = {{"text", shown(beginning_of(element), 60)}}});
  }

  Verdicts run() {
    bool seen = false;
    for (html::Element element : page_.shared<UsedStyles>().elements_with(is_clipping_box)) {
      if (steps_ == 0) break;
      if (can_apply(element, page_.tree()) && is_suspect(element, page_.styles(), steps_, seen))
        look(element);
    }
    if (verdicts_.empty()) {
      for (html::Element element : low_when_narrow(page_)) look(element);
    }
    if (seen) verdicts_.push_back({Outcome::passed});
    return std::move(verdicts_);
  }

 private:
  const facts::Page& page_;
  std::size_t steps_ = kSteps;
  Verdicts verdicts_;
};

Verdicts check(const facts::Page& page) { return Check(page).run(); }

}  // namespace

extern constexpr Rule zoomed_text_clipped = define({
    .id = "wcag/zoomed-text-clipped",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.4.4"}, .act = {"59br37"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
