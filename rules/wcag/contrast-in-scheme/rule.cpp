// Text that has enough contrast in a wide window with a light scheme, but loses it in the dark scheme or in a
// narrow window, for which the sheets have other colours.
#include "rules/rule.h"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/support/contrast_check.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

using css::Property;

constexpr css::Environment kDark{.scheme = css::ColourScheme::dark};
constexpr css::Environment kNarrow{.width = 320, .height = 256};  // as small as WCAG 2.2 SC 1.4.10 asks

// color-scheme: light dark makes the browser's own colours dark.
bool supports_dark(const facts::Page& page) {
  const css::Style& root = page.styles().of(page.document().root());
  const std::string_view schemes = root[Property::color_scheme].text();
  return ascii_icontains(schemes, "dark") && ascii_icontains(schemes, "light");
}

enum class Change : std::uint8_t { scheme, size };

// The elements whose colours may change, themselves or by what is around them; empty where none may. Only
// these are worth another cascade.
std::vector<bool> changing(const facts::Page& page, Change change) {
  const css::Styles& styles = page.styles();
  const bool all = styles.colours().sheets || (change == Change::scheme && supports_dark(page));
  std::vector<bool> changes(page.document().element_count(), all);
  bool any = all;
  for (html::Element element : page.document().elements()) {
    const css::Reactions reactions = styles.reactions(element);
    const bool own = change == Change::scheme ? reactions.scheme : reactions.size;
    if (!own && !any) continue;
    const html::Element parent = element.parent();
    if (!own && !(parent && changes[parent.index()])) continue;
    changes[element.index()] = true;
    any = true;
  }
  return any ? changes : std::vector<bool>();
}

// The same text as it is by default; null style where it is not comparable.
SeenText by_default(const SeenText& text, const css::Styles& styles, Backdrops& backdrops) {
  SeenText usual = text;
  usual.style = nullptr;
  if (text.kind == TextKind::generated) return usual;
  usual.style = text.kind == TextKind::placeholder ? styles.of(text.element, css::PseudoElement::placeholder)
                                                   : &styles.of(text.element);
  usual.surface = &backdrops.of(text.element);
  return usual;
}

class Check {
 public:
  explicit Check(const facts::Page& page) : page_(page), usual_(page, ContrastLevel::minimum) {}

  void compare(const css::Environment& environment, const std::vector<bool>& changing, std::string_view key) {
    if (changing.empty()) return;
    const css::Styles& styles = page_.styles(environment);
    if (lacks_styles(styles)) return;
    looked_ = true;
    Backdrops backdrops(styles, usual_.backdrops());
    ContrastCheck other(page_, styles, backdrops, ContrastLevel::minimum);
    html::Element last;
    for_each_text(
        page_, styles, backdrops,
        [&](const SeenText& text) {
          const Contrast& contrast = other.contrast_of(text);
          if (contrast.reading != Reading::fails || text.element == last || text.on_shapes) return;
          const SeenText usual = by_default(text, page_.styles(), usual_.backdrops());
          if (usual.style == nullptr || usual_.contrast_of(usual).reading != Reading::passes) return;
          if (!other.counts(text)) return;
          last = text.element;
          verdicts_.push_back(other.failure(text, contrast, key));
        },
        changing);
  }

  Verdicts take() {
    if (looked_ && verdicts_.empty()) verdicts_.push_back({Outcome::passed});
    return std::move(verdicts_);
  }

 private:
  const facts::Page& page_;
  ContrastCheck usual_;
  Verdicts verdicts_;
  bool looked_ = false;
};

Verdicts check(const facts::Page& page) {
  const css::ColourTopics colours = page.styles().colours();
  const bool dark = colours.scheme || supports_dark(page);
  if (!dark && !colours.size) return {};
  const std::vector<bool> in_dark = dark ? changing(page, Change::scheme) : std::vector<bool>();
  const std::vector<bool> in_narrow = colours.size ? changing(page, Change::size) : std::vector<bool>();
  if (in_dark.empty() && in_narrow.empty()) return {};
  Check check(page);
  check.compare(kDark, in_dark, "dark");
  check.compare(kNarrow, in_narrow, "narrow");
  return check.take();
}

}  // namespace

extern constexpr Rule contrast_in_scheme = define({
    .id = "wcag/contrast-in-scheme",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.4.3"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
