// A recording whose words stand nowhere on the page: who does not hear it gets nothing.
#include "rules/rule.h"

#include <optional>

#include "rules/support/players.h"

namespace veedor::rules::wcag {
namespace {

// Seen with its controls, or heard because it starts by itself.
bool applies(const Player& player, const a11y::Tree& tree) {
  if (player.reference.empty() || player.gone) return false;
  return player.element.has("autoplay") ||
         (player.element.has("controls") && tree.is_in_sight(player.element));
}

// ACT 2eb176 and afb423 want the words in sight. Where there are more words than a recording of that length
// needs, only a person can tell whether they are the right ones.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  Writing writing(page);
  for (const Player& player : players(page, "audio")) {
    if (!applies(player, page.tree())) continue;
    const std::optional<double> seconds = seconds_played(player);
    if (seconds && *seconds <= 3) continue;  // a signal, nothing that could be written down
    if (writing.speaks_of_transcript()) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    const bool missing = player.seconds && too_few_words(writing.words_in_sight(), player.seconds);
    verdicts.push_back({.outcome = missing ? Outcome::failed : Outcome::cant_tell,
                        .message = missing ? "no-text" : "no-transcript-named",
                        .element = player.element,
                        .values = {{"file", shown_file(player)},
                                   {"seconds", player.seconds ? shown_seconds(*player.seconds) : ""}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule audio_transcript_missing = define({
    .id = "wcag/audio-transcript-missing",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.2.1"}, .act = {"e7aa44", "2eb176", "afb423"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
