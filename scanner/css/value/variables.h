// var() and env() substitution (CSS Custom Properties for Cascading Variables 1 §3).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace veedor::css {

// The substituted text of a custom property; nothing where it is guaranteed-invalid. The view must stay valid
// during the call.
using VariableLookup = std::function<std::optional<std::string_view>(std::string_view name)>;

inline constexpr std::size_t kMaxSubstituted =
    64 * 1024;  // bytes of one substituted value: longer ones are invalid

// Does the text hold var() or env(), at any depth?
bool has_substitution(std::string_view text);

// `text` with every var() and env() replaced; fallbacks count where the lookup answers nothing; env() takes
// its fallback, but for safe-area-inset-* and keyboard-inset-*, which are 0px as on any desktop. Nothing
// where the value becomes invalid at computed-value time, or longer than kMaxSubstituted. Cycles are the
// lookup's business: it answers only what is already substituted.
std::optional<std::string> substitute(std::string_view text, const VariableLookup& lookup);

}  // namespace veedor::css
