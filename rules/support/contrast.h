// The arithmetic of contrast: luminance and ratio as WCAG 2.2 defines them, blending of translucent colours,
// and the colour next to another one that is told from its background.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "scanner/css/value/colour.h"

namespace veedor::rules {

// WCAG 2.2, "relative luminance": 0 for black, 1 for white. Alpha does not count.
double luminance(css::Colour colour);
// WCAG 2.2, "contrast ratio": from 1 to 21, whichever of the two is lighter.
double contrast(css::Colour a, css::Colour b);

// `top` painted on `below`, either of them translucent (Compositing 1 §5.1, source-over).
css::Colour over(css::Colour top, css::Colour below);
css::Colour faded(css::Colour colour, float opacity);
// As a screen shows it: in steps of 1/255, within the gamut, opaque.
css::Colour as_shown(css::Colour colour);

// The colour nearest to `colour` that has at least that ratio to all of the opaque backgrounds: lighter or
// darker, of the same hue as far as there is one. Nothing where neither black nor white is enough.
std::optional<css::Colour> nearest_passing(css::Colour colour, std::span<const css::Colour> backgrounds,
                                           double ratio);

// "4.49": two decimals, rounded down, so that what fails never looks as if it passed.
std::string ratio_text(double ratio);
// "4.5", "3": a ratio that is asked for.
std::string required_text(double ratio);
// "#1a1a1a"
std::string colour_text(css::Colour colour);

}  // namespace veedor::rules
