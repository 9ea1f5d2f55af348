#include "rules/support/colour_words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cassert>
#include <cstdint>
#include <map>
#include <vector>

#include "data/colour_words_tsv.h"
#include "rules/support/table.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxText = 4096;
constexpr std::size_t kMaxWord = 16;
constexpr std::size_t kBefore = 4;  // words before a colour that are looked at

struct Words {
  std::map<std::string, std::string, std::less<>> colours;
  std::vector<std::string_view> verbs;
  // By first and last letter: a bit for each length of a colour's name.
  std::array<std::array<std::uint32_t, 26>, 26> lengths{};
  // By three bytes side by side (triple_of): can the one in the middle be among the first three of a name?
  std::bitset<27 * 27 * 27> triples;
};

// From 0, whatever the case; 26 for what is no letter of ASCII.
constexpr std::array<std::uint8_t, 256> kLetters = [] {
  std::array<std::uint8_t, 256> letters{};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char c = ascii_lower(static_cast<char>(i));
    letters[i] = c >= 'a' && c <= 'z' ? static_cast<std::uint8_t>(c - 'a') : 26;
  }
  return letters;
}();
std::size_t triple_of(char a, char b, char c) {
  const auto number = [](char letter) { return std::size_t{kLetters[static_cast<unsigned char>(letter)]}; };
  return (number(a) * 27 + number(b)) * 27 + number(c);
}

// From 0; of what is no small letter of ASCII, the last of all is taken.
std::size_t letter(char c) { return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') : 25; }

Words read() {
  Words words;
  for (const auto& row : read_table(data::colour_words_tsv, 3)) {
    if (row[0] == "verb") words.verbs.push_back(row[1]);
    if (row[0] != "colour") continue;
    assert(row[1].size() > 2);  // names_colour() looks at every third byte
    words.colours.emplace(row[1], row[2]);
    const std::string alone = ' ' + std::string(row[1]) + ' ';
    for (std::size_t i = 0; i < 3; ++i) words.triples.set(triple_of(alone[i], alone[i + 1], alone[i + 2]));
    words.lengths[letter(row[1].front())][letter(row[1].back())] |= 1U << row[1].size();
  }
  return words;
}

const Words& known_words() {
  static const Words words = read();
  return words;
}

constexpr std::array<bool, 256> kWordBytes = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = i >= 0x80 || is_ascii_alpha(static_cast<char>(i));
  return bytes;
}();
bool is_word_byte(char c) { return kWordBytes[static_cast<unsigned char>(c)]; }

// The colour that a word names, "" for none. Nearly all words are dismissed by two lookups.
std::string_view colour_of(std::string_view word, const Words& words) {
  const char first = ascii_lower(word[0]);
  if (word.size() > kMaxWord || first < 'a' || first > 'z') return {};
  const std::size_t last = letter(ascii_lower(word.back()));
  if ((words.lengths[letter(first)][last] >> word.size() & 1U) == 0) return {};
  const auto found = words.colours.find(ascii_lower(word));
  return found == words.colours.end() ? std::string_view() : std::string_view(found->second);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::ranges::any_of(list, [&](std::string_view item) { return ascii_iequals(word, item); });
}

bool says_shown(std::string_view word, const Words& words) {
  const std::string lower = ascii_lower(word.substr(0, kMaxWord));
  return std::ranges::any_of(words.verbs, [&](std::string_view verb) { return lower.starts_with(verb); });
}

struct Reference {
  std::string noun;
  std::string_view colour;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text.substr(0, kMaxText)), words_(known_words()) {}

  std::string run() {
    if (!names_colour()) return {};
    std::size_t at = 0;
    for (std::string_view word = next(at); !word.empty(); word = next(at)) {
      const std::string_view colour = colour_of(word, words_);
      if (!colour.empty()) {
        if (is_shown_in()) return since(word);
        std::size_t ahead = at;
        const std::string_view noun = is_one_of(before(0), {"the"}) ? next(ahead) : std::string_view();
        if (repeats(noun, colour)) return span(before(0), noun);
        const bool article = is_one_of(before(1), {"los", "las"});
        if (article && repeats(before(0), colour)) return span(before(1), word);
      }
      std::ranges::rotate(before_, before_.end() - 1);
      before_[0] = word;
    }
    return {};
  }

 private:
  // Most texts name none. A name has three letters at least, and so one of each three bytes tells.
  bool names_colour() const {
    for (std::size_t i = 1; i < text_.size(); i += 3) {
      const char after = i + 1 < text_.size() ? text_[i + 1] : ' ';
      if (!words_.triples[triple_of(text_[i - 1], text_[i], after)]) continue;
      for (std::size_t begin = std::max<std::size_t>(i, 2) - 2; begin <= i; ++begin) {
        if (names_colour_at(begin)) return true;
      }
    }
    return false;
  }

  bool names_colour_at(std::size_t begin) const {
    const bool begins = is_word_byte(text_[begin]) && (begin == 0 || !is_word_byte(text_[begin - 1]));
    return begins && !colour_of(next(begin), words_).empty();
  }

  std::string_view next(std::size_t& at) const {
    while (at < text_.size() && !is_word_byte(text_[at])) ++at;
    const std::size_t begin = at;
    while (at < text_.size() && is_word_byte(text_[at])) ++at;
    return text_.substr(begin, at - begin);
  }

  std::string_view before(std::size_t words) const { return before_[words]; }

  // "marked in red", "marcados con color rojo", "aparecen en color rojo"
  bool is_shown_in() const {
    const std::size_t place = is_one_of(before(0), {"color", "colour"}) ? 1 : 0;
    if (!is_one_of(before(place), {"in", "en", "de", "con"})) return false;
    return says_shown(before(place + 1), words_) || (place == 0 && says_shown(before(2), words_));
  }

  // The same things in two colours.
  bool repeats(std::string_view noun, std::string_view colour) {
    constexpr std::size_t kShortest = 4;  // letters of a noun
    if (noun.size() < kShortest || seen_.size() > 16) return false;
    const std::string lower = ascii_lower(noun);
    for (const Reference& reference : seen_) {
      if (reference.noun == lower && reference.colour != colour) return true;
    }
    seen_.push_back({lower, colour});
    return false;
  }

  // From some words before to this one.
  std::string since(std::string_view word) const {
    const char* begin = word.data();
    for (std::string_view earlier : before_) {
      if (!earlier.empty()) begin = std::min(begin, earlier.data());
    }
    return {begin, word.data() + word.size()};
  }

  static std::string span(std::string_view first, std::string_view last) {
    return {first.data(), last.data() + last.size()};
  }

  std::string_view text_;
  const Words& words_;
  std::array<std::string_view, kBefore> before_{};
  std::vector<Reference> seen_;
};

}  // namespace

std::string colour_reference(std::string_view text) { return Reader(text).run(); }

}  // namespace veedor::rules
