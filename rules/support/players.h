// The <audio> and <video> of a page: what is known of what they play, and whether the page has it in writing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts/page.h"

namespace veedor::rules {

struct Player {
  html::Element element;
  std::string_view reference;     // of the source that counts, as written
  std::optional<double> seconds;  // its length, of all that there is
  std::optional<bool> sound;      // an <audio> has it
  bool gone = false;              // the server has none of its sources
};

inline constexpr std::size_t kMaxPlayers = 50;  // looked at on one page

// In document order, <audio> first.
std::vector<Player> players(const facts::Page& page, std::string_view tag);

// How long it plays once it starts: the part that the address asks for (Media Fragments URI §4.2.1), and for
// ever where it loops. Nothing where it is not known.
std::optional<double> seconds_played(const Player& player);

// A picture that moves behind the page: starts without sound, by itself, and nobody can stop it.
bool is_backdrop(const Player& player);

// <track> of one of these kinds, subtitles where it says none; what a browser would load.
bool has_track(html::Element player, std::string_view kind);

// What the page has in writing; each answer is looked for once.
class Writing {
 public:
  explicit Writing(const facts::Page& page) : page_(page) {}
  // The page speaks of a transcript or of a version in writing.
  bool speaks_of_transcript();
  std::size_t words_in_sight();
  std::size_t words_for_listeners();  // in the accessibility tree

 private:
  const facts::Page& page_;
  std::optional<bool> spoken_of_;
  std::optional<std::size_t> in_sight_;
  std::optional<std::size_t> for_listeners_;
};
// So few words for so long a recording that they cannot be what is said in it.
bool too_few_words(std::size_t words, std::optional<double> seconds);

// For messages: "speech.mp3".
std::string shown_file(const Player& player);
std::string shown_seconds(double seconds);

}  // namespace veedor::rules
