// A film with sound, and no words on the page that tell what is said and shown in it.
#include "rules/rule.h"

#include "rules/support/players.h"

namespace veedor::rules::wcag {
namespace {

// Captions show that there is something to hear.
bool has_sound(const Player& player) { return player.sound == true || has_track(player.element, "captions"); }

// ACT 1a02b0: fails only where there are too few words for any transcript.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  Writing writing(page);
  for (const Player& player : players(page, "video")) {
    if (!has_sound(player) || is_backdrop(player) || player.reference.empty()) continue;
    if (!page.tree().is_in_sight(player.element)) continue;
    if (writing.speaks_of_transcript()) {
      verdicts.push_back({Outcome::passed});
    } else if (too_few_words(writing.words_for_listeners(), player.seconds)) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "no-text",
                          .element = player.element,
                          .values = {{"file", shown_file(player)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule video_transcript_missing = define({
    .id = "wcag/video-transcript-missing",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.2.8"}, .act = {"1a02b0"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
