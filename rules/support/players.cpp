#include "rules/support/players.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "data/transcript_words_tsv.h"
#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxSources = 8;
// The slowest speech is about 60 words a minute; there may be pauses.
constexpr double kWordsPerSecond = 0.8;
constexpr double kShort = 10;          // seconds: a sound, no speech
constexpr std::size_t kHardlyAny = 5;  // words: no transcript, however short the recording

std::vector<std::string_view> references_of(html::Element player) {
  if (player.has("src")) return {trim(player.attribute_or("src", ""))};
  std::vector<std::string_view> references;
  for (html::Element child = player.first_child(); child && references.size() < kMaxSources;
       child = child.next_sibling()) {
    const std::string_view reference = trim(child.attribute_or("src", ""));
    if (child.is("source") && !reference.empty()) references.push_back(reference);
  }
  return references;
}

Player player_of(html::Element element, const facts::Page& page) {
  Player player{.element = element};
  if (element.is("audio")) player.sound = true;
  std::size_t gone = 0;
  const std::vector<std::string_view> references = references_of(element);
  for (std::string_view reference : references) {
    const facts::Resource* const resource = page.resource(reference);
    if (player.reference.empty()) player.reference = reference;
    if (resource == nullptr) continue;
    if (!resource->success()) {
      gone += resource->status == 404 || resource->status == 410 ? 1U : 0U;
      continue;
    }
    if (!resource->media) continue;
    player.reference = reference;
    player.seconds = resource->media->seconds;
    // A file whose tracks stand at its end, which was not read, tells nothing.
    const bool known = resource->media->has_audio || resource->media->has_video;
    if (known && !player.sound) player.sound = resource->media->has_audio;
    break;
  }
  player.gone = !references.empty() && gone == references.size();
  return player;
}

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

// "8", "8.5", "1:02", "0:01:02".
std::optional<double> clock_time(std::string_view text) {
  double seconds = 0;
  for (std::string_view part : split(text, ':')) {
    const std::optional<double> value = number(part);
    if (!value) return std::nullopt;
    seconds = seconds * 60 + *value;
  }
  return seconds;
}

struct Part {
  double begin = 0;
  std::optional<double> end;
};

Part part_asked_for(std::string_view reference) {
  const std::size_t hash = reference.find('#');
  if (hash == std::string_view::npos) return {};
  Part part;
  for (std::string_view dimension : split(reference.substr(hash + 1), '&')) {
    if (!dimension.starts_with("t=")) continue;
    dimension.remove_prefix(2);
    if (dimension.starts_with("npt:")) dimension.remove_prefix(4);
    const std::size_t comma = std::min(dimension.find(','), dimension.size());
    part.begin = comma == 0 ? 0 : clock_time(dimension.substr(0, comma)).value_or(0);
    part.end = comma < dimension.size() ? clock_time(dimension.substr(comma + 1)) : std::nullopt;
  }
  return part;
}

const std::vector<std::string>& transcript_words() {
  static const std::vector<std::string> kWords = [] {
    std::vector<std::string> words;
    for (std::string_view line : split(data::transcript_words_tsv, '\n')) {
      if (!trim(line).empty() && !line.starts_with('#')) words.emplace_back(trim(line));
    }
    return words;
  }();
  return kWords;
}

}  // namespace

std::vector<Player> players(const facts::Page& page, std::string_view tag) {
  std::vector<Player> found;
  for (html::Element element : page.document().all(tag)) {
    if (found.size() >= kMaxPlayers) break;
    found.push_back(player_of(element, page));
  }
  return found;
}

std::optional<double> seconds_played(const Player& player) {
  const Part part = part_asked_for(player.reference);
  std::optional<double> end = part.end;
  if (player.seconds) end = std::min(end.value_or(*player.seconds), *player.seconds);
  if (!end) return std::nullopt;
  const double seconds = std::max(0.0, *end - part.begin);
  if (player.element.has("loop") && seconds > 0 && !part.end) return std::numeric_limits<double>::infinity();
  return seconds;
}

bool is_backdrop(const Player& player) {
  return player.element.has("autoplay") && player.element.has("muted") && !player.element.has("controls");
}

bool has_track(html::Element player, std::string_view kind) {
  for (html::Element child = player.first_child(); child; child = child.next_sibling()) {
    if (!child.is("track") || trim(child.attribute_or("src", "")).empty()) continue;
    if (ascii_iequals(trim(child.attribute_or("kind", "subtitles")), kind)) return true;
  }
  return false;
}

bool Writing::speaks_of_transcript() {
  if (!spoken_of_) {
    spoken_of_ = std::ranges::any_of(page_.text_blocks(), [](const facts::TextBlock& block) {
      return std::ranges::any_of(transcript_words(), [&](const std::string& word) {
        return block.text.find(word) != std::string::npos;
      });
    });
  }
  return *spoken_of_;
}

std::size_t Writing::words_in_sight() {
  if (!in_sight_) {
    in_sight_ = 0;
    for (const a11y::Tree::Text& text : page_.tree().texts_in_sight())
      *in_sight_ += split_whitespace(text.node.text()).size();
  }
  return *in_sight_;
}

std::size_t Writing::words_for_listeners() {
  if (!for_listeners_) {
    for_listeners_ = 0;
    for (const facts::TextBlock& block : page_.text_blocks()) {
      const bool player = block.element.is("audio") || block.element.is("video");
      if (!player && !page_.tree().is_excluded(block.element))
        *for_listeners_ += split_whitespace(block.text).size();
    }
  }
  return *for_listeners_;
}

bool too_few_words(std::size_t words, std::optional<double> seconds) {
  if (words < kHardlyAny) return !seconds || *seconds >= 3;
  return seconds && *seconds >= kShort && static_cast<double>(words) < kWordsPerSecond * *seconds;
}

std::string shown_file(const Player& player) {
  std::string_view file = player.reference.substr(0, player.reference.find_first_of("?#"));
  file = file.substr(file.rfind('/') + 1);
  return file.empty() ? shown_tag(player.element) : shown(file, 60);
}

std::string shown_seconds(double seconds) {
  return std::to_string(static_cast<long long>(std::ceil(seconds)));
}

}  // namespace veedor::rules
