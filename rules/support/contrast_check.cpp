#include "rules/support/contrast_check.h"

#include <unordered_set>
#include <utility>
#include <vector>

#include "rules/support/colour_source.h"
#include "rules/support/content.h"
#include "rules/support/contrast.h"
#include "rules/support/visible_text.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

using css::Property;

css::Colour colour_of(const SeenText& text) {
  if (text.kind != TextKind::drawing) return text_colour(*text.style);
  return faded(text.style->colour(Property::fill), (*text.style)[Property::fill_opacity].number());
}

std::string_view doubt_key(Reading reading) {
  switch (reading) {
    case Reading::gradient:
      return "gradient";
    case Reading::image:
      return "image";
    case Reading::overlap:
      return "overlap";
    case Reading::shadow:
      return "shadow";
    default:
      return "effect";
  }
}

std::string_view failure_key(const SeenText& text, const Contrast& contrast) {
  if (contrast.faded) return "low-faded";
  if (contrast.varies) return "low-gradient";
  if (!contrast.better) return "low-background";
  switch (text.kind) {
    case TextKind::field:
      return "low-field";
    case TextKind::placeholder:
      return "low-placeholder";
    default:
      return "low";
  }
}

}  // namespace

ContrastCheck::ContrastCheck(const facts::Page& page, ContrastLevel level)
    : ContrastCheck(page, page.styles(), backdrops_of(page), level) {}

ContrastCheck::ContrastCheck(const facts::Page& page, const css::Styles& styles, Backdrops& backdrops,
                             ContrastLevel level)
    : styles_(styles), level_(level), backdrops_(backdrops), exemptions_(page) {}

const Contrast& ContrastCheck::contrast_of(const SeenText& text) {
  const Look key = look_of(text);
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  const double required = required_ratio(*text.style, level_);
  Contrast contrast = read_contrast(*text.style, colour_of(text), *text.surface, required);
  // A paint server: a gradient or a pattern.
  const bool painted = key.drawing && (*text.style)[Property::fill].kind() == css::ValueKind::raw;
  if (painted) contrast.reading = Reading::effect;
  return known_.emplace(key, std::move(contrast)).first->second;
}

bool ContrastCheck::writes_icons(const css::Style& style) {
  const std::string_view family = style[Property::font_family].text();
  const auto [known, is_new] = writes_icons_.try_emplace(family);
  if (is_new) known->second = is_icon_font(family);
  return known->second;
}

bool ContrastCheck::counts(const SeenText& text) {
  if (writes_icons(*text.style)) return false;
  if (text.kind != TextKind::field && !has_words(text.text())) return false;
  return !exemptions_.exempt(text.element);
}

Verdict ContrastCheck::failure(const SeenText& text, const Contrast& contrast, std::string_view key) {
  const auto [known, is_new] = described_.try_emplace(look_of(text));
  if (is_new) known->second = describe(text, contrast);
  Verdict verdict{.outcome = Outcome::failed, .message = key, .element = text.element};
  verdict.values.reserve(known->second.values.size() + 1);
  verdict.values = known->second.values;
  verdict.values.push_back({"text", shown(text.text(), 60)});
  verdict.cause.append(key).append(known->second.declared);
  return verdict;
}

ContrastCheck::Description ContrastCheck::describe(const SeenText& text, const Contrast& contrast) const {
  const ColourSource letters = text_source(styles_, *text.style, text.element);
  const ColourSource behind = background_source(styles_, *text.surface);
  const std::string colour = colour_text(contrast.text);
  const std::string background = colour_text(contrast.background);
  Description description;
  description.values = {{"ratio", ratio_text(contrast.ratio)},
                        {"required", required_text(contrast.required)},
                        {"colour", colour},
                        {"colour_from", letters.place},
                        {"background", background},
                        {"background_from", behind.place}};
  if (contrast.better) description.values.push_back({"better", colour_text(*contrast.better)});
  description.declared.append(" ").append(colour).append(" ").append(background).append(" ");
  description.declared.append(letters.selector.empty() ? behind.selector : letters.selector);
  return description;
}

Verdict ContrastCheck::verdict(const SeenText& text, const Contrast& contrast) {
  const bool on_shapes = text.kind == TextKind::drawing && text.on_shapes;
  const bool fails = contrast.reading == Reading::fails;
  const bool late = fails && exemptions_.may_get_background(text.element);
  if (fails && !on_shapes && !late) return failure(text, contrast, failure_key(text, contrast));
  const Reading reading = on_shapes || late ? Reading::overlap : contrast.reading;
  const std::string_view key = doubt_key(reading);
  const ColourSource behind = background_source(styles_, *text.surface);
  Verdict verdict{.outcome = Outcome::cant_tell, .message = key, .element = text.element};
  verdict.values = {{"text", shown(text.text(), 60)},
                    {"colour", colour_text(contrast.text)},
                    {"background_from", behind.place},
                    {"ratio", ratio_text(contrast.ratio)},
                    {"required", required_text(contrast.required)}};
  const bool by_background = reading == Reading::image || reading == Reading::gradient;
  const std::string declared =
      by_background ? behind.selector : text_source(styles_, *text.style, text.element).selector;
  verdict.cause.append(key).append(" ").append(declared);
  return verdict;
}

bool lacks_styles(const css::Styles& styles) {
  const css::Gaps gaps = styles.gaps();
  return gaps.has(css::Gap::sheet_missing) || gaps.has(css::Gap::sheet_truncated) ||
         gaps.has(css::Gap::budget);
}

Verdicts check_contrast(const facts::Page& page, ContrastLevel level) {
  const auto& texts = page.shared<SeenTexts>();
  ContrastCheck check(page, level);
  bool passed = false;
  std::vector<const Contrast*> unclear(texts.looked.size());  // by look: null where nobody need be told
  bool any_unclear = false;
  for (std::size_t look = 0; look < texts.looked.size(); ++look) {
    const Contrast& contrast = check.contrast_of(texts.looked[look]);
    passed = passed || contrast.reading == Reading::passes;
    if (contrast.reading == Reading::passes || contrast.reading == Reading::invisible) continue;
    unclear[look] = &contrast;
    any_unclear = true;
  }
  Verdicts verdicts;
  std::vector<bool> failing(page.document().element_count());  // one verdict, however many texts
  std::unordered_set<std::string> doubts;                      // one for a cause
  bool undecided = false;
  const bool lacking = lacks_styles(page.styles());
  for (std::size_t i = 0; i < texts.all.size() && any_unclear; ++i) {
    const Contrast* const contrast = unclear[texts.looks[i]];
    if (contrast == nullptr) continue;
    const SeenText& text = texts.all[i];
    if (failing[text.element.index()] || !check.counts(text)) continue;
    Verdict verdict = check.verdict(text, *contrast);
    if (verdict.outcome == Outcome::failed && lacking) {
      undecided = true;
    } else if (verdict.outcome == Outcome::failed) {
      failing[text.element.index()] = true;
      verdicts.push_back(std::move(verdict));
    } else if (doubts.insert(verdict.cause).second) {
      verdicts.push_back(std::move(verdict));
    }
  }
  if (undecided)
    verdicts.push_back({.outcome = Outcome::cant_tell, .message = "styles-unread", .cause = "styles"});
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace veedor::rules
