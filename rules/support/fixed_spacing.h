// The three rules about spacing that style="" fixes with !important (WCAG 2.2 SC 1.4.12): who wants more of
// it sets it in a style sheet, and nothing in a sheet overrides such a declaration.
#pragma once

#include "rules/rule.h"
#include "scanner/css/value/property.h"

namespace veedor::rules {

// Whether the spacing counts as wide enough, and what to show of it.
struct Spacing {
  bool enough = false;
  double em = 0;  // times the font size
};

using MeasureSpacing = Spacing (*)(html::Element element, const css::Styles& styles);
// Of elements to which it applies beyond that: texts that wrap, for line heights.
using SpacingApplies = bool (*)(html::Element element, const css::Styles& styles);

// The message is "fixed", with {text} and {value}.
Verdicts fixed_spacing(const facts::Page& page, css::Property longhand, MeasureSpacing measure,
                       SpacingApplies applies = nullptr);

// letter-spacing and word-spacing: at least `factor` times the font size.
Spacing spacing_of(const css::Style& style, css::Property longhand, double factor);

}  // namespace veedor::rules
