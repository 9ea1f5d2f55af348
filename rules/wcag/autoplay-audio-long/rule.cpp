// Sound that starts by itself and plays for more than three seconds, even where it can be stopped.
#include "rules/rule.h"

#include <optional>
#include <string_view>

#include "rules/support/players.h"

namespace veedor::rules::wcag {
namespace {

constexpr double kBearable = 3;  // seconds, SC 1.4.2

// ACT aaa1bf.
std::optional<Verdict> judge(const Player& player) {
  const bool starts = player.element.has("autoplay") && !player.element.has("muted");
  if (!starts || player.sound == false || player.reference.empty()) return std::nullopt;
  const std::optional<double> seconds = seconds_played(player);
  if (!seconds) return std::nullopt;
  if (*seconds <= kBearable) return Verdict{Outcome::passed};
  if (!player.sound) return std::nullopt;
  const bool endless = *seconds > 1e9;
  return Verdict{
      .outcome = Outcome::failed,
      .message = endless ? "endless" : "long",
      .element = player.element,
      .values = {{"file", shown_file(player)}, {"seconds", endless ? "" : shown_seconds(*seconds)}}};
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (std::string_view tag : {"audio", "video"}) {
    for (const Player& player : players(page, tag)) {
      if (auto verdict = judge(player)) verdicts.push_back(*std::move(verdict));
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule autoplay_audio_long = define({
    .id = "wcag/autoplay-audio-long",
    .severity = Severity::minor,
    .confidence = Confidence::high,
    .references = {.act = {"aaa1bf"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
