#include "rules/support/contrast_exemptions.h"

#include <algorithm>
#include <array>

#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr int kMaxInLabel = 32;  // elements of a label that are looked at for its control
constexpr int kNear = 5;         // levels to the element that says what it is

// The code point at `at`, which moves behind it.
char32_t take_code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0xC0) return lead;
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  char32_t point = lead & (0x3FU >> more);
  for (int i = 0; i < more && at < text.size(); ++i) point = point << 6 | (text[at++] & 0x3FU);
  return point;
}

// Letters by their blocks; general punctuation, arrows, symbols, dingbats and private use are none.
bool is_letter(char32_t point) {
  return point == 0xAA || point == 0xBA ||
         (point >= 0xC0 && point < 0x2000 && point != 0xD7 && point != 0xF7) ||
         (point >= 0x2C00 && point < 0x2E00) || (point >= 0x3041 && point < 0xD800) ||
         (point >= 0xF900 && point < 0xFE00) || (point >= 0x20000 && point < 0xE0000);
}

// Logos, and what only its look says to be out of use.
bool says_exempt(std::string_view names) {
  return ascii_icontains(names, "logo") || ascii_icontains(names, "brand") ||
         ascii_icontains(names, "disabled");
}

bool has_exempt_name(html::Element element) {
  constexpr std::size_t kMaxNames = 200;
  return says_exempt(element.attribute_or("class", "").substr(0, kMaxNames)) ||
         says_exempt(element.attribute_or("id", "").substr(0, kMaxNames));
}

bool is_aria_disabled(html::Element element) {
  return ascii_iequals(trim(element.attribute_or("aria-disabled", "")), "true");
}

constexpr auto kLateBackgrounds = std::to_array<std::string_view>(
    {"data-bg", "data-background", "data-background-image", "data-bgset", "data-bg-img", "data-image-src",
     "data-bg-src", "data-parallax", "data-vide-bg"});

bool is_control(html::Element element) {
  constexpr std::array<std::string_view, 6> kControls = {"button",   "input",  "select",
                                                         "textarea", "option", "optgroup"};
  for (std::string_view tag : kControls) {
    if (element.is(tag)) return true;
  }
  return false;
}

}  // namespace

bool has_words(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = take_code_point(text, at);
    if (point < 0x80) {
      if (is_ascii_digit(static_cast<char>(point))) return true;
      letters += is_ascii_alpha(static_cast<char>(point)) ? 1 : 0;
    } else if (is_letter(point)) {
      letters += point >= 0x3041 ? 2 : 1;  // a character of Chinese or Japanese is a word
    }
    if (letters >= 2) return true;
  }
  return false;
}

ContrastExemptions::ContrastExemptions(const facts::Page& page)
    : page_(page), any_late_background_(std::ranges::any_of(kLateBackgrounds, [&](std::string_view name) {
        return !page.document().with_attribute(name).empty();
      })) {}

bool ContrastExemptions::may_get_background(html::Element element) const {
  constexpr int kMaxLevels = 10;
  int level = 0;
  for (html::Element up = element; any_late_background_ && up && level < kMaxLevels;
       up = up.parent(), ++level) {
    if (std::ranges::any_of(kLateBackgrounds, [&](std::string_view name) { return up.has(name); }))
      return true;
  }
  return false;
}

bool ContrastExemptions::exempt(html::Element element) {
  return page_.tree().is_excluded(element) || is_called_exempt(element) || is_inactive(element);
}

bool ContrastExemptions::is_called_exempt(html::Element element) {
  if (names_.empty()) names_.resize(page_.document().element_count());
  int level = 0;
  for (html::Element up = element; up && level < kNear && !up.is("body"); up = up.parent(), ++level) {
    Names& names = names_[up.index()];
    if (names == Names::unknown) names = has_exempt_name(up) ? Names::exempt : Names::plain;
    if (names == Names::exempt) return true;
  }
  return false;
}

bool ContrastExemptions::is_inactive(html::Element element) {
  if (states_.empty()) states_.resize(page_.document().element_count());
  std::vector<html::Element> path;
  html::Element up = element;
  for (; up && states_[up.index()] == State::unknown; up = up.parent()) path.push_back(up);
  State around = up ? states_[up.index()] : State::active;
  for (auto down = path.rbegin(); down != path.rend(); ++down) {
    if (around == State::active && is_inactive_itself(*down)) around = State::inactive;
    states_[down->index()] = around;
  }
  return around == State::inactive;
}

// ACT afw4f7: a group or widget that is disabled, or what names a widget that is.
bool ContrastExemptions::is_inactive_itself(html::Element element) {
  if (is_aria_disabled(element) || (element.is("fieldset") && element.has("disabled"))) return true;
  if (is_control(element) && a11y::is_disabled(element)) return true;
  if (element.is("label") && labels_inactive(element)) return true;
  find_labels_of_inactive();
  return names_of_inactive_->contains(element.id());
}

bool ContrastExemptions::labels_inactive(html::Element label) const {
  html::Element control;
  if (const auto id = label.attribute("for")) {
    control = page_.document().by_id(*id);
  } else {
    int seen = 0;
    for (control = label.next_in(label); control && !a11y::is_labelable(control);
         control = control.next_in(label)) {
      if (++seen == kMaxInLabel) return false;
    }
  }
  return control && (a11y::is_disabled(control) || is_aria_disabled(control));
}

void ContrastExemptions::find_labels_of_inactive() {
  if (names_of_inactive_) return;
  names_of_inactive_.emplace();
  for (html::Element element : page_.document().with_attribute("aria-labelledby")) {
    if (!is_aria_disabled(element) && !(is_control(element) && a11y::is_disabled(element))) continue;
    constexpr std::size_t kMaxReferences = 1024;  // bytes
    const std::string_view ids = element.attribute_or("aria-labelledby", "").substr(0, kMaxReferences);
    for (std::string_view id : split_whitespace(ids)) {
      if (const html::Element name = page_.document().by_id(id)) names_of_inactive_->insert(name.id());
    }
  }
}

}  // namespace veedor::rules
