// Links and buttons whose text loses its contrast when the mouse points at them or when they take focus.
#include "rules/rule.h"

#include <bit>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/support/contrast_check.h"
#include "rules/support/focus_style.h"
#include "scanner/base/hash.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

using css::Property;
using css::Style;

constexpr int kMaxLevels = 8;  // from a text to its control, and from there to what reacts
constexpr css::States kPointedAt{.hover = true};

bool is_control_role(std::string_view role) {
  return role == "button" || role == "link" || role == "tab" || role == "menuitem";
}

// By Element::index(). An <a> is one by its href alone.
std::vector<char> find_controls(const html::Document& document) {
  std::vector<char> controls(document.element_count());
  for (std::string_view tag : {"button", "summary", "input", "select"}) {
    for (html::Element element : document.all(tag)) controls[element.index()] = 1;
  }
  for (html::Element element : document.with_attribute("tabindex"))
    controls[element.index()] = !element.is("a");
  for (html::Element element : document.with_attribute("role")) {
    if (is_control_role(element.attribute_or("role", "")) && !element.is("a")) controls[element.index()] = 1;
  }
  for (html::Element element : document.with_attribute("href")) {
    if (element.is("a")) controls[element.index()] = 1;
  }
  return controls;
}

// The nearest control around an element, itself included, for each element once.
class Controls {
 public:
  explicit Controls(const html::Document& document)
      : controls_(find_controls(document)), places_(document.element_count()) {}

  // Null where none is near.
  html::Element around(html::Element element) {
    path_.clear();
    html::Element up = element;
    for (; up && !places_[up.index()].known; up = up.parent()) path_.push_back(up);
    Place place = up ? places_[up.index()] : Place{.known = true};
    for (auto down = path_.rbegin(); down != path_.rend(); ++down) {
      if (controls_[down->index()] != 0)
        place = {.control = *down, .known = true};
      else if (place.levels < kMaxLevels)
        ++place.levels;
      places_[down->index()] = place;
    }
    return place.levels < kMaxLevels ? place.control : html::Element();
  }

 private:
  struct Place {
    html::Element control;
    std::uint8_t levels = 0;  // up to it
    bool known = false;
  };
  std::vector<char> controls_;
  std::vector<Place> places_;  // by Element::index()
  std::vector<html::Element> path_;
};

struct Finding {
  Contrast contrast;
  const Style* style = nullptr;
  const Surface* surface = nullptr;
  bool fails() const { return contrast.reading == Reading::fails; }
};

class Check {
 public:
  explicit Check(const facts::Page& page)
      : page_(page),
        styles_(page.styles()),
        check_(page, ContrastLevel::minimum),
        controls_(page.document()) {}

  Verdicts run() {
    for (const a11y::Tree::Text& text : page_.tree().texts_in_sight()) look_at(text);
    if (looked_ && verdicts_.empty()) verdicts_.push_back({Outcome::passed});
    return std::move(verdicts_);
  }

 private:
  // Texts alike in alike controls come out alike.
  struct Key {
    const Style* style;
    const Style* control;
    std::uint64_t look;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return (std::bit_cast<std::uintptr_t>(key.style) / 16) * 0x9E3779B97F4A7C15ULL ^
             (std::bit_cast<std::uintptr_t>(key.control) / 16) * 0xC2B2AE3D27D4EB4FULL ^ key.look;
    }
  };
  struct Findings {
    Finding pointed_at, focused;
  };

  void look_at(const a11y::Tree::Text& node) {
    const html::Element control = node.element == last_ ? html::Element() : controls_.around(node.element);
    if (!control || !node.element.in_html_namespace()) return;
    last_ = node.element;
    looked_ = true;
    SeenText text{.element = node.element, .node = node.node, .style = &styles_.of(node.element)};
    if (control != last_control_) {
      const std::string_view classes = control.attribute_or("class", "");
      last_look_ = fnv1a(control.tag(), fnv1a(classes.substr(0, 200)));
      last_control_ = control;
    }
    const auto [known, is_new] = known_.try_emplace(Key{text.style, &styles_.of(control), last_look_});
    if (is_new) known->second = {pointed_at(text), focused(text, control)};
    if (!known->second.pointed_at.fails() && !known->second.focused.fails()) return;
    text.surface = &check_.backdrops().of(text.element);
    if (check_.contrast_of(text).reading != Reading::passes) return;
    tell(text, known->second.pointed_at, "hover");
    if (!known->second.pointed_at.fails()) tell(text, known->second.focused, "focus");
  }

  void tell(SeenText text, const Finding& finding, std::string_view key) {
    if (!finding.fails() || !check_.counts(text)) return;
    text.style = finding.style;
    text.surface = finding.surface;
    Verdict verdict = check_.failure(text, finding.contrast, finding.contrast.better ? key : "mixed");
    if (lacks_styles(styles_)) return;
    verdicts_.push_back(std::move(verdict));
  }

  // Pointing at a text points at all that is around it, too.
  Finding pointed_at(const SeenText& text) {
    std::vector<html::Element> changed;  // from the text up to the outermost that changes
    std::vector<html::Element> path;
    int level = 0;
    for (html::Element up = text.element; up && level < kMaxLevels; up = up.parent(), ++level) {
      path.push_back(up);
      if (styles_.reactions(up).react(kPointedAt)) changed = path;
    }
    if (changed.empty()) return {};
    const Surface* surface = &check_.backdrops().around(changed.back());
    for (auto down = changed.rbegin(); down != changed.rend(); ++down)
      surface = &check_.backdrops().with(*surface, styles_.in_state(*down, kPointedAt));
    return read(styles_.in_state(text.element, kPointedAt), *surface);
  }

  Finding focused(const SeenText& text, html::Element control) {
    if (!styles_.reactions(control).react(kKeyboardFocus)) return {};
    const Style& rest = styles_.of(control);
    const Style& style = styles_.in_state(control, kKeyboardFocus);
    if (&style == &rest) return {};
    const bool own_colour = text.element != control && text_colour(*text.style) != text_colour(rest);
    const Surface* surface = &check_.backdrops().with(check_.backdrops().around(control), style);
    std::vector<html::Element> between;
    for (html::Element up = text.element; up != control; up = up.parent()) between.push_back(up);
    for (auto down = between.rbegin(); down != between.rend(); ++down)
      surface = &check_.backdrops().with(*surface, styles_.of(*down));
    return read(own_colour ? *text.style : style, *surface);
  }

  static Finding read(const Style& style, const Surface& surface) {
    const double required = required_ratio(style, ContrastLevel::minimum);
    return {read_contrast(style, text_colour(style), surface, required), &style, &surface};
  }

  const facts::Page& page_;
  const css::Styles& styles_;
  ContrastCheck check_;
  std::unordered_map<Key, Findings, KeyHash> known_;
  Verdicts verdicts_;
  Controls controls_;
  html::Element last_;
  html::Element last_control_;
  std::uint64_t last_look_ = 0;  // of it
  bool looked_ = false;
};

Verdicts check(const facts::Page& page) {
  if (!page.styles().colours().state) return {};
  return Check(page).run();
}

}  // namespace

extern constexpr Rule contrast_in_state = define({
    .id = "wcag/contrast-in-state",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.4.3"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
