// A film that only who sees can follow: no words that say what it shows, and nobody who describes it.
#include "rules/rule.h"

#include <optional>
#include <string_view>

#include "rules/support/players.h"

namespace veedor::rules::wcag {
namespace {

Verdict told(Outcome outcome, std::string_view message, const Player& player) {
  return {.outcome = outcome,
          .message = message,
          .element = player.element,
          .values = {{"file", shown_file(player)}}};
}

// A silent film needs words or a recording that tell what it shows (ACT c3232f). With sound, a voice in the
// film may tell it, which only a person hears (ACT c5a4ea).
std::optional<Verdict> judge(const Player& player, const facts::Page& page, Writing& writing) {
  if (is_backdrop(player) || player.gone || player.reference.empty()) return std::nullopt;
  if (!page.tree().is_in_sight(player.element) || page.tree().is_excluded(player.element))
    return std::nullopt;
  if (writing.speaks_of_transcript()) return Verdict{Outcome::passed};
  const bool described = !page.document().all("audio").empty() || has_track(player.element, "descriptions");
  const bool hardly_words = too_few_words(writing.words_for_listeners(), player.seconds);
  if (player.sound == false) {
    // ACT d7ba54: a track of descriptions is read out by no browser, but a recording beside the film may do.
    const bool recording = !page.document().all("audio").empty();
    if (hardly_words && !recording) return told(Outcome::failed, "silent", player);
    return told(Outcome::cant_tell, "silent-check", player);
  }
  if (described) return std::nullopt;
  return told(Outcome::cant_tell, "not-described", player);
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  Writing writing(page);
  for (const Player& player : players(page, "video")) {
    if (auto verdict = judge(player, page, writing)) verdicts.push_back(*std::move(verdict));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule video_alternative_missing = define({
    .id = "wcag/video-alternative-missing",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.2.1", "1.2.3"}, .act = {"c3232f", "ee13b5", "d7ba54", "fd26cf"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
