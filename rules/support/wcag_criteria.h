// The 86 success criteria of WCAG 2.2, so that a misspelt one does not compile.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace veedor::rules {

enum class Level : std::uint8_t { a, aa, aaa };
enum class WcagVersion : std::uint8_t { v2_0, v2_1, v2_2 };

struct WcagCriterion {
  std::string_view number;
  Level level;
  WcagVersion since;  // the version that brought it
  std::string_view
      en301549;           // the clause of EN 301 549 V3.2.1, which is WCAG 2.1 A and AA; "" where it has none
  std::string_view page;  // https://www.w3.org/WAI/WCAG22/Understanding/PAGE
};

// 4.1.1 is gone from WCAG 2.2.
inline constexpr auto kWcagCriteria = std::to_array<WcagCriterion>({
    {"1.1.1", Level::a, WcagVersion::v2_0, "9.1.1.1", "non-text-content"},
    {"1.2.1", Level::a, WcagVersion::v2_0, "9.1.2.1", "audio-only-and-video-only-prerecorded"},
    {"1.2.2", Level::a, WcagVersion::v2_0, "9.1.2.2", "captions-prerecorded"},
    {"1.2.3", Level::a, WcagVersion::v2_0, "9.1.2.3", "audio-description-or-media-alternative-prerecorded"},
    {"1.2.4", Level::aa, WcagVersion::v2_0, "9.1.2.4", "captions-live"},
    {"1.2.5", Level::aa, WcagVersion::v2_0, "9.1.2.5", "audio-description-prerecorded"},
    {"1.2.6", Level::aaa, WcagVersion::v2_0, "", "sign-language-prerecorded"},
    {"1.2.7", Level::aaa, WcagVersion::v2_0, "", "extended-audio-description-prerecorded"},
    {"1.2.8", Level::aaa, WcagVersion::v2_0, "", "media-alternative-prerecorded"},
    {"1.2.9", Level::aaa, WcagVersion::v2_0, "", "audio-only-live"},
    {"1.3.1", Level::a, WcagVersion::v2_0, "9.1.3.1", "info-and-relationships"},
    {"1.3.2", Level::a, WcagVersion::v2_0, "9.1.3.2", "meaningful-sequence"},
    {"1.3.3", Level::a, WcagVersion::v2_0, "9.1.3.3", "sensory-characteristics"},
    {"1.3.4", Level::aa, WcagVersion::v2_1, "9.1.3.4", "orientation"},
    {"1.3.5", Level::aa, WcagVersion::v2_1, "9.1.3.5", "identify-input-purpose"},
    {"1.3.6", Level::aaa, WcagVersion::v2_1, "", "identify-purpose"},
    {"1.4.1", Level::a, WcagVersion::v2_0, "9.1.4.1", "use-of-color"},
    {"1.4.2", Level::a, WcagVersion::v2_0, "9.1.4.2", "audio-control"},
    {"1.4.3", Level::aa, WcagVersion::v2_0, "9.1.4.3", "contrast-minimum"},
    {"1.4.4", Level::aa, WcagVersion::v2_0, "9.1.4.4", "resize-text"},
    {"1.4.5", Level::aa, WcagVersion::v2_0, "9.1.4.5", "images-of-text"},
    {"1.4.6", Level::aaa, WcagVersion::v2_0, "", "contrast-enhanced"},
    {"1.4.7", Level::aaa, WcagVersion::v2_0, "", "low-or-no-background-audio"},
    {"1.4.8", Level::aaa, WcagVersion::v2_0, "", "visual-presentation"},
    {"1.4.9", Level::aaa, WcagVersion::v2_0, "", "images-of-text-no-exception"},
    {"1.4.10", Level::aa, WcagVersion::v2_1, "9.1.4.10", "reflow"},
    {"1.4.11", Level::aa, WcagVersion::v2_1, "9.1.4.11", "non-text-contrast"},
    {"1.4.12", Level::aa, WcagVersion::v2_1, "9.1.4.12", "text-spacing"},
    {"1.4.13", Level::aa, WcagVersion::v2_1, "9.1.4.13", "content-on-hover-or-focus"},
    {"2.1.1", Level::a, WcagVersion::v2_0, "9.2.1.1", "keyboard"},
    {"2.1.2", Level::a, WcagVersion::v2_0, "9.2.1.2", "no-keyboard-trap"},
    {"2.1.3", Level::aaa, WcagVersion::v2_0, "", "keyboard-no-exception"},
    {"2.1.4", Level::a, WcagVersion::v2_1, "9.2.1.4", "character-key-shortcuts"},
    {"2.2.1", Level::a, WcagVersion::v2_0, "9.2.2.1", "timing-adjustable"},
    {"2.2.2", Level::a, WcagVersion::v2_0, "9.2.2.2", "pause-stop-hide"},
    {"2.2.3", Level::aaa, WcagVersion::v2_0, "", "no-timing"},
    {"2.2.4", Level::aaa, WcagVersion::v2_0, "", "interruptions"},
    {"2.2.5", Level::aaa, WcagVersion::v2_0, "", "re-authenticating"},
    {"2.2.6", Level::aaa, WcagVersion::v2_1, "", "timeouts"},
    {"2.3.1", Level::a, WcagVersion::v2_0, "9.2.3.1", "three-flashes-or-below-threshold"},
    {"2.3.2", Level::aaa, WcagVersion::v2_0, "", "three-flashes"},
    {"2.3.3", Level::aaa, WcagVersion::v2_1, "", "animation-from-interactions"},
    {"2.4.1", Level::a, WcagVersion::v2_0, "9.2.4.1", "bypass-blocks"},
    {"2.4.2", Level::a, WcagVersion::v2_0, "9.2.4.2", "page-titled"},
    {"2.4.3", Level::a, WcagVersion::v2_0, "9.2.4.3", "focus-order"},
    {"2.4.4", Level::a, WcagVersion::v2_0, "9.2.4.4", "link-purpose-in-context"},
    {"2.4.5", Level::aa, WcagVersion::v2_0, "9.2.4.5", "multiple-ways"},
    {"2.4.6", Level::aa, WcagVersion::v2_0, "9.2.4.6", "headings-and-labels"},
    {"2.4.7", Level::aa, WcagVersion::v2_0, "9.2.4.7", "focus-visible"},
    {"2.4.8", Level::aaa, WcagVersion::v2_0, "", "location"},
    {"2.4.9", Level::aaa, WcagVersion::v2_0, "", "link-purpose-link-only"},
    {"2.4.10", Level::aaa, WcagVersion::v2_0, "", "section-headings"},
    {"2.4.11", Level::aa, WcagVersion::v2_2, "", "focus-not-obscured-minimum"},
    {"2.4.12", Level::aaa, WcagVersion::v2_2, "", "focus-not-obscured-enhanced"},
    {"2.4.13", Level::aaa, WcagVersion::v2_2, "", "focus-appearance"},
    {"2.5.1", Level::a, WcagVersion::v2_1, "9.2.5.1", "pointer-gestures"},
    {"2.5.2", Level::a, WcagVersion::v2_1, "9.2.5.2", "pointer-cancellation"},
    {"2.5.3", Level::a, WcagVersion::v2_1, "9.2.5.3", "label-in-name"},
    {"2.5.4", Level::a, WcagVersion::v2_1, "9.2.5.4", "motion-actuation"},
    {"2.5.5", Level::aaa, WcagVersion::v2_1, "", "target-size-enhanced"},
    {"2.5.6", Level::aaa, WcagVersion::v2_1, "", "concurrent-input-mechanisms"},
    {"2.5.7", Level::aa, WcagVersion::v2_2, "", "dragging-movements"},
    {"2.5.8", Level::aa, WcagVersion::v2_2, "", "target-size-minimum"},
    {"3.1.1", Level::a, WcagVersion::v2_0, "9.3.1.1", "language-of-page"},
    {"3.1.2", Level::aa, WcagVersion::v2_0, "9.3.1.2", "language-of-parts"},
    {"3.1.3", Level::aaa, WcagVersion::v2_0, "", "unusual-words"},
    {"3.1.4", Level::aaa, WcagVersion::v2_0, "", "abbreviations"},
    {"3.1.5", Level::aaa, WcagVersion::v2_0, "", "reading-level"},
    {"3.1.6", Level::aaa, WcagVersion::v2_0, "", "pronunciation"},
    {"3.2.1", Level::a, WcagVersion::v2_0, "9.3.2.1", "on-focus"},
    {"3.2.2", Level::a, WcagVersion::v2_0, "9.3.2.2", "on-input"},
    {"3.2.3", Level::aa, WcagVersion::v2_0, "9.3.2.3", "consistent-navigation"},
    {"3.2.4", Level::aa, WcagVersion::v2_0, "9.3.2.4", "consistent-identification"},
    {"3.2.5", Level::aaa, WcagVersion::v2_0, "", "change-on-request"},
    {"3.2.6", Level::a, WcagVersion::v2_2, "", "consistent-help"},
    {"3.3.1", Level::a, WcagVersion::v2_0, "9.3.3.1", "error-identification"},
    {"3.3.2", Level::a, WcagVersion::v2_0, "9.3.3.2", "labels-or-instructions"},
    {"3.3.3", Level::aa, WcagVersion::v2_0, "9.3.3.3", "error-suggestion"},
    {"3.3.4", Level::aa, WcagVersion::v2_0, "9.3.3.4", "error-prevention-legal-financial-data"},
    {"3.3.5", Level::aaa, WcagVersion::v2_0, "", "help"},
    {"3.3.6", Level::aaa, WcagVersion::v2_0, "", "error-prevention-all"},
    {"3.3.7", Level::a, WcagVersion::v2_2, "", "redundant-entry"},
    {"3.3.8", Level::aa, WcagVersion::v2_2, "", "accessible-authentication-minimum"},
    {"3.3.9", Level::aaa, WcagVersion::v2_2, "", "accessible-authentication-enhanced"},
    {"4.1.2", Level::a, WcagVersion::v2_0, "9.4.1.2", "name-role-value"},
    {"4.1.3", Level::aa, WcagVersion::v2_1, "9.4.1.3", "status-messages"},
});

// Nothing for what is no success criterion.
constexpr std::optional<WcagCriterion> wcag_criterion(std::string_view number) {
  for (const WcagCriterion& criterion : kWcagCriteria) {
    if (criterion.number == number) return criterion;
  }
  return std::nullopt;
}

constexpr bool is_wcag_criterion(std::string_view number) { return wcag_criterion(number).has_value(); }

}  // namespace veedor::rules
