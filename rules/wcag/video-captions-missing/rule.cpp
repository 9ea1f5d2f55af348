// A film with sound and without captions that could be switched on.
#include "rules/rule.h"

#include <string_view>

#include "rules/support/players.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// A track of captions that no browser can load: without an address, or gone from the server.
bool has_broken_track(html::Element player, const facts::Page& page) {
  for (html::Element child = player.first_child(); child; child = child.next_sibling()) {
    if (!child.is("track")) continue;
    const std::string_view source = trim(child.attribute_or("src", ""));
    if (source.empty()) return true;
    const facts::Resource* const resource = page.resource(source);
    if (resource != nullptr && (resource->status == 404 || resource->status == 410)) return true;
  }
  return false;
}

bool has_captions(html::Element player) {
  return has_track(player, "captions") || has_track(player, "subtitles");
}

// Captions may also be part of the picture (open captions): without a track only a person can tell.
Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (const Player& player : players(page, "video")) {
    if (player.sound == false || is_backdrop(player) || player.gone || player.reference.empty()) continue;
    if (!page.tree().is_in_sight(player.element)) continue;
    const Values values = {{"file", shown_file(player)}};
    if (has_broken_track(player.element, page)) {
      verdicts.push_back({Outcome::failed, "broken-track", player.element, values});
    } else if (has_captions(player.element)) {
      verdicts.push_back({Outcome::passed});
    } else {
      verdicts.push_back(
          {Outcome::cant_tell, player.sound ? "no-track" : "sound-unknown", player.element, values});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule video_captions_missing = define({
    .id = "wcag/video-captions-missing",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.2.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
