// Tables of the names of pseudo-classes and pseudo-elements, sorted for a binary search.
#include "scanner/css/selector/pseudo_names.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "scanner/base/text.h"

namespace veedor::css {
namespace {

template <class Meaning>
struct Entry {
  std::string_view name;
  Meaning meaning;
};

using ClassEntry = Entry<PseudoClass>;
using ElementEntry = Entry<PseudoElement>;

constexpr std::array kClasses{
    ClassEntry{"-webkit-any-link", PseudoClass::any_link},
    ClassEntry{"-webkit-autofill", PseudoClass::autofill},
    ClassEntry{"-webkit-drag", PseudoClass::never},
    ClassEntry{"-webkit-full-page-media", PseudoClass::never},
    ClassEntry{"-webkit-full-screen", PseudoClass::fullscreen},
    ClassEntry{"-webkit-full-screen-ancestor", PseudoClass::never},
    ClassEntry{"active", PseudoClass::active},
    ClassEntry{"active-view-transition", PseudoClass::never},
    ClassEntry{"any-link", PseudoClass::any_link},
    ClassEntry{"autofill", PseudoClass::autofill},
    ClassEntry{"blank", PseudoClass::blank},
    ClassEntry{"buffering", PseudoClass::never},
    ClassEntry{"checked", PseudoClass::checked},
    ClassEntry{"corner-present", PseudoClass::never},
    ClassEntry{"current", PseudoClass::never},
    ClassEntry{"decrement", PseudoClass::never},
    ClassEntry{"default", PseudoClass::default_},
    ClassEntry{"defined", PseudoClass::defined},
    ClassEntry{"disabled", PseudoClass::disabled},
    ClassEntry{"double-button", PseudoClass::never},
    ClassEntry{"empty", PseudoClass::empty},
    ClassEntry{"enabled", PseudoClass::enabled},
    ClassEntry{"end", PseudoClass::never},
    ClassEntry{"first-child", PseudoClass::first_child},
    ClassEntry{"first-of-type", PseudoClass::first_of_type},
    ClassEntry{"focus", PseudoClass::focus},
    ClassEntry{"focus-visible", PseudoClass::focus_visible},
    ClassEntry{"focus-within", PseudoClass::focus_within},
    ClassEntry{"fullscreen", PseudoClass::fullscreen},
    ClassEntry{"future", PseudoClass::never},
    ClassEntry{"has-slotted", PseudoClass::never},
    ClassEntry{"horizontal", PseudoClass::never},
    ClassEntry{"host", PseudoClass::host},
    ClassEntry{"hover", PseudoClass::hover},
    ClassEntry{"in-range", PseudoClass::in_range},
    ClassEntry{"increment", PseudoClass::never},
    ClassEntry{"indeterminate", PseudoClass::indeterminate},
    ClassEntry{"invalid", PseudoClass::invalid},
    ClassEntry{"last-child", PseudoClass::last_child},
    ClassEntry{"last-of-type", PseudoClass::last_of_type},
    ClassEntry{"link", PseudoClass::link},
    ClassEntry{"local-link", PseudoClass::local_link},
    ClassEntry{"modal", PseudoClass::modal},
    ClassEntry{"muted", PseudoClass::never},
    ClassEntry{"no-button", PseudoClass::never},
    ClassEntry{"only-child", PseudoClass::only_child},
    ClassEntry{"only-of-type", PseudoClass::only_of_type},
    ClassEntry{"open", PseudoClass::open},
    ClassEntry{"optional", PseudoClass::optional},
    ClassEntry{"out-of-range", PseudoClass::out_of_range},
    ClassEntry{"past", PseudoClass::never},
    ClassEntry{"paused", PseudoClass::never},
    ClassEntry{"picture-in-picture", PseudoClass::never},
    ClassEntry{"placeholder-shown", PseudoClass::placeholder_shown},
    ClassEntry{"playing", PseudoClass::never},
    ClassEntry{"popover-open", PseudoClass::popover_open},
    ClassEntry{"read-only", PseudoClass::read_only},
    ClassEntry{"read-write", PseudoClass::read_write},
    ClassEntry{"required", PseudoClass::required},
    ClassEntry{"root", PseudoClass::root},
    ClassEntry{"scope", PseudoClass::scope},
    ClassEntry{"seeking", PseudoClass::never},
    ClassEntry{"single-button", PseudoClass::never},
    ClassEntry{"stalled", PseudoClass::never},
    ClassEntry{"start", PseudoClass::never},
    ClassEntry{"target", PseudoClass::target},
    ClassEntry{"target-after", PseudoClass::never},
    ClassEntry{"target-before", PseudoClass::never},
    ClassEntry{"target-current", PseudoClass::never},
    ClassEntry{"target-within", PseudoClass::never},
    ClassEntry{"user-invalid", PseudoClass::user_invalid},
    ClassEntry{"user-valid", PseudoClass::user_valid},
    ClassEntry{"valid", PseudoClass::valid},
    ClassEntry{"vertical", PseudoClass::never},
    ClassEntry{"visited", PseudoClass::visited},
    ClassEntry{"volume-locked", PseudoClass::never},
    ClassEntry{"window-inactive", PseudoClass::never},
    ClassEntry{"xr-overlay", PseudoClass::never},
};

constexpr std::array kFunctionalClasses{
    ClassEntry{"-webkit-any", PseudoClass::is},
    ClassEntry{"active-view-transition-type", PseudoClass::never},
    ClassEntry{"dir", PseudoClass::dir},
    ClassEntry{"has", PseudoClass::has},
    ClassEntry{"host", PseudoClass::host},
    ClassEntry{"host-context", PseudoClass::host_context},
    ClassEntry{"is", PseudoClass::is},
    ClassEntry{"lang", PseudoClass::lang},
    ClassEntry{"matches", PseudoClass::is},
    ClassEntry{"not", PseudoClass::not_},
    ClassEntry{"nth-child", PseudoClass::nth_child},
    ClassEntry{"nth-last-child", PseudoClass::nth_last_child},
    ClassEntry{"nth-last-of-type", PseudoClass::nth_last_of_type},
    ClassEntry{"nth-of-type", PseudoClass::nth_of_type},
    ClassEntry{"state", PseudoClass::never},  // set by scripts
    ClassEntry{"where", PseudoClass::where},
};

constexpr std::array kElements{
    ElementEntry{"-webkit-file-upload-button", PseudoElement::other},
    ElementEntry{"-webkit-input-placeholder", PseudoElement::placeholder},
    ElementEntry{"after", PseudoElement::after},
    ElementEntry{"backdrop", PseudoElement::backdrop},
    ElementEntry{"before", PseudoElement::before},
    ElementEntry{"checkmark", PseudoElement::other},
    ElementEntry{"column", PseudoElement::other},
    ElementEntry{"cue", PseudoElement::other},
    ElementEntry{"details-content", PseudoElement::other},
    ElementEntry{"file-selector-button", PseudoElement::other},
    ElementEntry{"first-letter", PseudoElement::first_letter},
    ElementEntry{"first-line", PseudoElement::first_line},
    ElementEntry{"grammar-error", PseudoElement::other},
    ElementEntry{"marker", PseudoElement::marker},
    ElementEntry{"picker-icon", PseudoElement::other},
    ElementEntry{"placeholder", PseudoElement::placeholder},
    ElementEntry{"scroll-marker", PseudoElement::other},
    ElementEntry{"scroll-marker-group", PseudoElement::other},
    ElementEntry{"search-text", PseudoElement::other},
    ElementEntry{"selection", PseudoElement::selection},
    ElementEntry{"spelling-error", PseudoElement::other},
    ElementEntry{"target-text", PseudoElement::other},
    ElementEntry{"view-transition", PseudoElement::other},
};

constexpr std::array kFunctionalElements{
    ElementEntry{"cue", PseudoElement::other},
    ElementEntry{"highlight", PseudoElement::other},
    ElementEntry{"part", PseudoElement::part},
    ElementEntry{"picker", PseudoElement::other},
    ElementEntry{"scroll-button", PseudoElement::other},
    ElementEntry{"slotted", PseudoElement::slotted},
    ElementEntry{"view-transition-group", PseudoElement::other},
    ElementEntry{"view-transition-image-pair", PseudoElement::other},
    ElementEntry{"view-transition-new", PseudoElement::other},
    ElementEntry{"view-transition-old", PseudoElement::other},
};

constexpr std::array kLegacyElements{
    ElementEntry{"after", PseudoElement::after},
    ElementEntry{"before", PseudoElement::before},
    ElementEntry{"first-letter", PseudoElement::first_letter},
    ElementEntry{"first-line", PseudoElement::first_line},
};

template <class Table>
constexpr bool sorted(const Table& table) {
  return std::is_sorted(table.begin(), table.end(),
                        [](const auto& a, const auto& b) { return a.name < b.name; });
}
static_assert(sorted(kClasses) && sorted(kFunctionalClasses) && sorted(kElements) &&
              sorted(kFunctionalElements) && sorted(kLegacyElements));

constexpr std::size_t kLongestName = 32;

template <class Meaning, std::size_t kSize>
std::optional<Meaning> find(const std::array<Entry<Meaning>, kSize>& table, std::string_view name) {
  if (name.size() > kLongestName) return std::nullopt;
  std::array<char, kLongestName> lower;
  std::transform(name.begin(), name.end(), lower.begin(), [](char c) { return ascii_lower(c); });
  const std::string_view key(lower.data(), name.size());
  const auto found = std::lower_bound(table.begin(), table.end(), key,
                                      [](const auto& entry, std::string_view k) { return entry.name < k; });
  if (found == table.end() || found->name != key) return std::nullopt;
  return found->meaning;
}

}  // namespace

std::optional<PseudoClass> pseudo_class(std::string_view name) { return find(kClasses, name); }

std::optional<PseudoClass> functional_pseudo_class(std::string_view name) {
  return find(kFunctionalClasses, name);
}

std::optional<PseudoElement> pseudo_element(std::string_view name) {
  if (const auto known = find(kElements, name)) return known;
  // Selectors 4, appendix on compatibility: unknown -webkit- pseudo-elements are valid and match nothing.
  if (ascii_iequals(name.substr(0, 8), "-webkit-")) return PseudoElement::other;
  return std::nullopt;
}

std::optional<PseudoElement> functional_pseudo_element(std::string_view name) {
  return find(kFunctionalElements, name);
}

std::optional<PseudoElement> legacy_pseudo_element(std::string_view name) {
  return find(kLegacyElements, name);
}

}  // namespace veedor::css
