// Something that one reaches with the Tab key looks the same with focus as without.
#include "rules/rule.h"

#include <optional>
#include <string>

#include "rules/support/colour_source.h"
#include "rules/support/content.h"
#include "rules/support/contrast_check.h"
#include "rules/support/focus_style.h"
#include "rules/support/seen_texts.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

using css::Property;

constexpr int kMaxLevels = 16;  // around an element that are asked for scripts

// In a field the text cursor shows where one is (Understanding 2.4.7).
bool has_text_cursor(html::Element element, const css::Styles& styles) {
  const bool writes = is_text_field(element) || element.is("textarea") || element.has("contenteditable");
  return writes && styles.of(element).colour(Property::caret_color).alpha > 0;
}

// Drawn by the browser or by what is in it.
bool is_other_content(html::Element element) {
  return element.is("iframe") || element.is("object") || element.is("embed") || element.is("video") ||
         element.is("audio") || element.is("area") || !element.in_html_namespace();
}

bool has_focus_handler(html::Element element) {
  int level = 0;
  for (html::Element up = element; up && level < kMaxLevels; up = up.parent(), ++level) {
    if (up.has("onfocus") || up.has("onfocusin")) return true;
  }
  return false;
}

// Scripts on the page that listen for focus.
bool scripts_listen(const html::Document& document) {
  for (html::Element script : document.all("script")) {
    const std::string code = script.text();
    for (std::string_view event : {"'focus'", "\"focus\"", "focusin", "onfocus", ".focus(function"}) {
      if (code.find(event) != std::string::npos) return true;
    }
  }
  return false;
}

class Check {
 public:
  explicit Check(const facts::Page& page)
      : page_(page), styles_(page.styles()), tree_(page.tree()), marks_(styles_, backdrops_of(page)) {}

  Verdicts run() {
    for (std::string_view tag : {"a", "button", "input", "select", "textarea", "summary"}) {
      for (html::Element element : page_.document().all(tag)) look_at(element);
    }
    for (std::string_view attribute : {"tabindex", "contenteditable"}) {
      for (html::Element element : page_.document().with_attribute(attribute)) look_at(element);
    }
    if (passed_) verdicts_.push_back({Outcome::passed});
    return std::move(verdicts_);
  }

 private:
  void look_at(html::Element element) {
    if (!tree_.is_in_sight(element)) return;
    const FocusMark mark = mark_of(element);
    const bool marked = mark == FocusMark::seen || mark == FocusMark::elsewhere;
    if (marked && passed_) return;
    if (is_other_content(element) || !tree_.is_tabbable(element)) return;
    if (marked || has_text_cursor(element, styles_)) {
      passed_ = true;
    } else {
      tell(element, mark);
    }
  }

  // Elements of one style that take focus alike are asked once.
  FocusMark mark_of(html::Element element) {
    if (keeps_browser_outline(element)) return FocusMark::seen;
    return marks_.of(element);
  }

  // No rule of the author's is about its focus, and none has taken the outline away in general.
  bool keeps_browser_outline(html::Element element) const {
    const css::Style& style = styles_.of(element);
    return !styles_.reactions(element).react(kKeyboardFocus) &&
           style.slot(Property::outline_style).from == 0 && style.slot(Property::outline_width).from == 0 &&
           style.slot(Property::outline_color).from == 0;
  }

  void tell(html::Element element, FocusMark mark) {
    const css::Style& focused = styles_.in_state(element, kKeyboardFocus);
    const ColourSource source = colour_source(styles_, focused, Property::outline_style, "outline");
    Verdict verdict{.outcome = Outcome::failed, .message = "outline-removed", .element = element};
    if (mark == FocusMark::replaced) verdict.message = "same-look";
    const bool outlined = !focused[Property::outline_style].is("none");
    if (mark == FocusMark::hidden && outlined) verdict.message = "outline-unseen";
    if (has_focus_handler(element) || lacks_styles(styles_) || listen()) {
      verdict.outcome = Outcome::cant_tell;
      verdict.message = "perhaps";
    }
    verdict.values = {{"control", shown_control(element)}, {"place", source.place}};
    verdict.cause.append(verdict.message).append(" ").append(source.selector);
    verdicts_.push_back(std::move(verdict));
  }

  std::string shown_control(html::Element element) const {
    const std::string_view name = tree_.name(element);
    return name.empty() ? shown_tag(element) : shown(name, 60);
  }

  bool listen() {
    if (!listens_) listens_ = scripts_listen(page_.document());
    return *listens_;
  }

  const facts::Page& page_;
  const css::Styles& styles_;
  const a11y::Tree& tree_;
  FocusMarks marks_;
  Verdicts verdicts_;
  std::optional<bool> listens_;
  bool passed_ = false;
};

Verdicts check(const facts::Page& page) { return Check(page).run(); }

}  // namespace

extern constexpr Rule focus_not_visible = define({
    .id = "wcag/focus-not-visible",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.7"}, .act = {"oj04fd"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
