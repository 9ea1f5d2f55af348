// The names of pseudo-classes and pseudo-elements (Selectors 4, CSS Pseudo-Elements 4). Shared by the files
// of this folder only.
#pragma once

#include <optional>
#include <string_view>

#include "scanner/css/selector/selector.h"

namespace veedor::css {

// Names are compared without ASCII case; nothing for a name that is unknown, which makes a selector invalid.
std::optional<PseudoClass> pseudo_class(std::string_view name);                 // ":name"
std::optional<PseudoClass> functional_pseudo_class(std::string_view name);      // ":name(…)"
std::optional<PseudoElement> pseudo_element(std::string_view name);             // "::name"
std::optional<PseudoElement> functional_pseudo_element(std::string_view name);  // "::name(…)"
std::optional<PseudoElement> legacy_pseudo_element(std::string_view name);  // ":before" and the like (§3.6.4)

}  // namespace veedor::css
