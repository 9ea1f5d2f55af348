// Words that a style sheet writes with ::before and ::after.
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/rule_subject.h"
#include "scanner/a11y/generated_text.h"
#include "scanner/base/text.h"
#include "scanner/css/declared.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

using css::PseudoElement;

constexpr std::size_t kMaxRules = 20;       // of the sheets that write words
constexpr std::size_t kMaxElements = 5000;  // compared with their selectors
constexpr std::size_t kMaxFound = 50;

// Three letters in a row: no signs, numbers or quotation marks. Icon fonts write letters in the private use
// area.
bool has_word(std::string_view text) {
  int letters = 0;
  for (char c : text) {
    letters = is_ascii_alpha(c) || (static_cast<unsigned char>(c) == 0xC3 && letters > 0) ? letters + 1 : 0;
    if (letters >= 3) return true;
  }
  return false;
}

// Quick, before an element is known: words between quotation marks, no functions, no alternative text.
bool writes_words(const css::Value& content) {
  const std::string_view text = content.text();
  return content.kind() == css::ValueKind::raw && text.size() < 1000 &&
         text.find('(') == std::string_view::npos && text.find('/') == std::string_view::npos &&
         has_word(text);
}

std::vector<RuleSubject> subjects_of(const css::Styles& styles) {
  std::vector<RuleSubject> subjects;
  for (const css::SheetUse& use : styles.sheets()) {
    if (use.user_agent) continue;
    const css::Sheet& sheet = *use.sheet;
    css::for_each_rule_with(sheet, css::Property::content,
                            [&](const css::StyleRule& rule, const css::Declaration& declaration) {
                              const css::Complex& complex = sheet.selectors.complexes[rule.complex];
                              const bool generated = complex.pseudo_element == PseudoElement::before ||
                                                     complex.pseudo_element == PseudoElement::after;
                              if (generated && !complex.states.any() && use.holds[rule.condition] &&
                                  writes_words(declaration.value) && subjects.size() < kMaxRules)
                                subjects.push_back(subject_of(sheet, rule));
                            });
  }
  return subjects;
}

// Icon fonts draw a picture for a word: "menu", "search".
bool is_icon(const css::Style& style) {
  const std::string_view family = style[css::Property::font_family].text();
  for (std::string_view part : {"icon", "symbol", "awesome", "glyph", "material", "fontello"}) {
    if (ascii_icontains(family, part)) return true;
  }
  return false;
}

class Check {
 public:
  explicit Check(const facts::Page& page) : page_(page) {}

  void look(html::Element element, PseudoElement pseudo) {
    if (verdicts_.size() >= kMaxFound || !page_.tree().is_in_sight(element) ||
        page_.tree().is_excluded(element))
      return;
    const css::Style* const style = page_.styles().of(element, pseudo);
    if (style == nullptr || is_icon(*style) || style->not_rendered() || !style->visible()) return;
    const css::Value& content = (*style)[css::Property::content];
    if (!writes_words(content)) return;
    const std::string words = a11y::generated_text(content.text(), element);
    if (!has_word(words)) return;
    verdicts_.push_back({.outcome = Outcome::cant_tell,
                         .message = "words",
                         .element = element,
                         .values = {{"words", shown(words, 60)}, {"element", shown_tag(element)}}});
  }
  Verdicts take() { return std::move(verdicts_); }

 private:
  const facts::Page& page_;
  Verdicts verdicts_;
};

Verdicts check(const facts::Page& page) {
  const auto subjects = subjects_of(page.styles());
  if (subjects.empty()) return {};
  const html::Document& document = page.document();
  Check check(page);
  std::size_t left = kMaxElements;
  for (const RuleSubject& subject : subjects) {
    for (html::Element element : elements_of(subject, document, left)) check.look(element, subject.pseudo);
  }
  Verdicts verdicts = check.take();
  if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule content_by_css = define({
    .id = "wcag/content-by-css",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
