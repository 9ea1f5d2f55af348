// What a page refers to beyond its style sheets, as far as rules need it: where links lead, what frames and
// objects show, how long media play. Small values: the bytes are gone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts/outcome.h"
#include "scanner/html/document.h"
#include "scanner/media/media.h"
#include "scanner/url/url.h"

namespace veedor::facts {

struct Response;

// What the header of an audio or video file says.
using Media = media::Media;

// An HTML page that another one refers to. Hashes of words and numbers are of its <main>, or of all of it
// where it has none.
struct LinkedPage {
  std::string title;            // shortened
  std::string moved_to;         // where it sends its visitors at once (meta refresh), resolved; "" for none
  std::uint64_t text_hash = 0;  // of what there is to read, white space collapsed
  std::uint64_t main_hash = 0;  // of what is in its <main>; 0 where there is none
  std::uint64_t heading_hash = 0;      // of its first <h1>; 0 where there is none
  std::vector<std::uint64_t> blocks;   // hashes of its blocks of text (text_blocks.h), sorted
  std::vector<std::uint32_t> words;    // hashes of its words, each once, sorted
  std::vector<std::uint32_t> numbers;  // of those with three digits and more
  std::vector<std::string> hidden;     // ids of its parts that the markup hides, sorted
  bool has_tabbable = false;           // something in it takes focus with the Tab key
  bool has_script = false;
  bool has_embedded = false;  // frames, objects, pictures, media: content that is no text
  bool reads_query = false;   // a script in it reads the query of its own address
  bool complete = true;       // false where one of the lists was cut
};
inline constexpr std::size_t kMaxWords = 1500;
inline constexpr std::size_t kMaxHiddenParts = 50;
inline constexpr std::size_t kMaxBlocksKept = 1000;

// How has_tabbable is found: by markup alone, or by the styles as well, which costs more.
enum class TabbableBy : std::uint8_t { markup, styles };
// Of a document that was served at `url`.
LinkedPage linked_page(const html::Document& document, const url::Url& url, TabbableBy tabbable);

struct Resource {
  Outcome outcome = Outcome::interrupted;
  int status = 0;
  std::string final_url;           // without fragment
  std::string media_type;          // "text/html"; "" where the server does not say
  std::uint64_t bytes_hash = 0;    // of the bytes that were read
  bool whole = false;              // all of them were
  std::optional<LinkedPage> page;  // of HTML
  std::optional<Media> media;      // of audio and video whose format is known

  bool success() const { return outcome == Outcome::read && status >= 200 && status < 300; }
};

// What there is to know of an answer. `budget` is for parsing HTML.
Resource resource_of(const Response& answer, html::Budget budget);

// By the resolved URL without its fragment. Shared by all pages that refer to them, on any thread: nobody
// changes one.
using Resources = std::map<std::string, std::shared_ptr<const Resource>, std::less<>>;

}  // namespace veedor::facts
