// Sound that starts by itself, plays on, and cannot be stopped: it drowns a screen reader's voice.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/players.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr double kBearable = 3;  // seconds, SC 1.4.2

bool starts_with_sound(const Player& player) {
  return player.element.has("autoplay") && !player.element.has("muted") && player.sound != false;
}

bool is_control(html::Element element, const a11y::Tree& tree) {
  const std::string_view role = tree.role(element);
  const bool acts = role == "button" || role == "checkbox" || role == "switch" || role == "slider" ||
                    element.has("onclick") ||
                    (role == "link" && trim(element.attribute_or("href", "#")).starts_with('#'));
  return acts && !tree.name(element).empty() && tree.is_in_sight(element);
}

// ACT 4c31df: something visible that has a name; with a script it may pause the sound or lower it.
bool may_have_control(const facts::Page& page) {
  const html::Document& document = page.document();
  const bool scripts = !document.all("script").empty() || !document.with_attribute("onclick").empty();
  if (!scripts) return false;
  const a11y::Tree& tree = page.tree();
  const auto any_in = [&](std::span<const html::Element> elements) {
    return std::ranges::any_of(elements, [&](html::Element element) { return is_control(element, tree); });
  };
  return any_in(document.all("button")) || any_in(document.all("input")) || any_in(document.all("a")) ||
         any_in(document.with_attribute("role")) || any_in(document.with_attribute("onclick"));
}

bool has_own_controls(const Player& player, const a11y::Tree& tree) {
  return player.element.has("controls") && !tree.is_hidden(player.element);
}

Verdict told(Outcome outcome, std::string_view message, const Player& player, std::optional<double> seconds) {
  const bool endless = seconds && *seconds > 1e9;
  return {.outcome = outcome,
          .message = endless && message == "no-control" ? "no-control-endless" : message,
          .element = player.element,
          .values = {{"file", shown_file(player)},
                     {"seconds", seconds && !endless ? shown_seconds(*seconds) : ""}}};
}

std::optional<Verdict> judge(const Player& player, const facts::Page& page) {
  if (!starts_with_sound(player) || player.reference.empty() || player.gone) return std::nullopt;
  const std::optional<double> seconds = seconds_played(player);
  if ((seconds && *seconds <= kBearable) || has_own_controls(player, page.tree()))
    return Verdict{Outcome::passed};
  if (may_have_control(page)) return told(Outcome::cant_tell, "perhaps-control", player, seconds);
  if (!seconds || !player.sound) return told(Outcome::cant_tell, "not-read", player, seconds);
  return told(Outcome::failed, "no-control", player, seconds);
}

// <bgsound>, and plug-ins that start by themselves: their controls, if any, are the browser's.
void add_old_players(const facts::Page& page, Verdicts& verdicts) {
  for (html::Element sound : page.document().all("bgsound")) {
    if (trim(sound.attribute_or("src", "")).empty()) continue;
    verdicts.push_back({.outcome = Outcome::cant_tell,
                        .message = "background-sound",
                        .element = sound,
                        .values = {{"file", shown(sound.attribute_or("src", ""), 60)}}});
    if (verdicts.size() >= kMaxPlayers) return;
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (std::string_view tag : {"audio", "video"}) {
    for (const Player& player : players(page, tag)) {
      if (auto verdict = judge(player, page)) verdicts.push_back(*std::move(verdict));
    }
  }
  add_old_players(page, verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule autoplay_audio = define({
    .id = "wcag/autoplay-audio",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.4.2"}, .act = {"80f0bf", "4c31df"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
