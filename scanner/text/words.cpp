#include "scanner/text/words.h"

#include <algorithm>
#include <array>
#include <optional>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "scanner/base/text.h"

namespace veedor::text {
namespace {

std::string without_brackets(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t close = text[at] == '(' ? text.find(')', at) : std::string_view::npos;
    if (close == std::string_view::npos) {
      out += text[at++];
    } else {
      at = close + 1;
      out += ' ';
    }
  }
  return out;
}

bool is_hyphen(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_HYPHEN) != 0 || c == '-' || c == 0x2010 || c == 0x2011;
}

bool is_part_of_word(UChar32 c) {
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

icu::UnicodeString folded(icu::UnicodeString text) {
  text.foldCase();
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const form = icu::Normalizer2::getNFKDInstance(status);
  return U_SUCCESS(status) ? form->normalize(text, status) : text;
}

std::vector<std::string> words_in_any_script(std::string_view text, Hyphens hyphens) {
  const icu::UnicodeString characters = folded(icu::UnicodeString::fromUTF8(text));
  std::vector<std::string> words;
  icu::UnicodeString word;
  const auto finish = [&] {
    if (word.isEmpty()) return;
    words.emplace_back();
    word.toUTF8String(words.back());
    word.remove();
  };
  for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
    const UChar32 c = characters.char32At(i);
    if (is_part_of_word(c)) {
      word.append(c);
    } else if (hyphens == Hyphens::split || !is_hyphen(c)) {
      finish();
    }
  }
  finish();
  return words;
}

// What one character is, whatever stands around it.
struct Familiar {
  enum class Kind : std::uint8_t { letters, hyphen, end_of_word, several } kind = Kind::several;
  std::string folded = {};  // of letters
};

Familiar familiar(UChar32 c) {
  const icu::UnicodeString characters = folded(icu::UnicodeString(c));
  std::int32_t parts = 0;
  std::int32_t all = 0;
  for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1), ++all)
    parts += is_part_of_word(characters.char32At(i)) ? 1 : 0;
  Familiar result;
  if (parts == 0) result.kind = is_hyphen(c) ? Familiar::Kind::hyphen : Familiar::Kind::end_of_word;
  if (parts > 0 && parts == all) {
    result.kind = Familiar::Kind::letters;
    characters.toUTF8String(result.folded);
  }
  return result;
}

// U+0000 to U+00FF, then the punctuation from U+2000 to U+206F: what most texts of Western Europe consist of.
// Such a text needs no more than a look at this table for each of its characters.
constexpr std::size_t kLatin = 0x100;
using Familiars = std::array<Familiar, kLatin + 0x70>;

const Familiars& familiars() {
  static const Familiars known = [] {
    Familiars table;
    for (std::size_t i = 0; i < table.size(); ++i)
      table[i] = familiar(static_cast<UChar32>(i < kLatin ? i : i - kLatin + 0x2000));
    return table;
  }();
  return known;
}

// Where the character at `at`, which moves behind it, is in that table; its size for any other.
std::size_t familiar_place(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(at++);
  if (first < 0x80) return first;
  const unsigned second = byte(at);
  if ((first == 0xC2 || first == 0xC3) && (second & 0xC0U) == 0x80) {
    ++at;
    return ((first & 3U) << 6U) | (second & 0x3FU);
  }
  const unsigned third = byte(at + 1);
  if (first != 0xE2 || (second != 0x80 && second != 0x81) || (third & 0xC0U) != 0x80) return SIZE_MAX;
  at += 2;
  return kLatin + (((second & 1U) << 6U) | (third & 0x3FU));
}

// Nothing where there is another character.
std::optional<std::vector<std::string>> familiar_words(std::string_view text, Hyphens hyphens) {
  const Familiars& table = familiars();
  std::vector<std::string> words;
  bool within = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t place = familiar_place(text, at);
    if (place >= table.size() || table[place].kind == Familiar::Kind::several) return std::nullopt;
    const Familiar& character = table[place];
    if (character.kind == Familiar::Kind::letters) {
      if (!within) words.emplace_back();
      words.back() += character.folded;
      within = true;
    } else if (character.kind == Familiar::Kind::end_of_word || hyphens == Hyphens::split) {
      within = false;
    }
  }
  return words;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text, Hyphens hyphens) {
  text = text.substr(0, kMaxWordsText);
  std::string shorter;
  if (text.find('(') != std::string_view::npos) text = shorter = without_brackets(text);
  if (auto words = familiar_words(text, hyphens)) return *std::move(words);
  return words_in_any_script(text, hyphens);
}

bool contains_run(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  return part.empty() || !std::ranges::search(whole, part).empty();
}

std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const auto byte = static_cast<unsigned char>(lower[i]);
    if (byte < 0x80) {
      lower[i] = ascii_lower(lower[i]);
    } else if ((byte == 0xC2 || byte == 0xC3) && i + 1 < lower.size()) {  // U+0080 to U+00FF
      ++i;
      const auto second = static_cast<unsigned char>(lower[i]);
      if (byte == 0xC3 && second >= 0x80 && second <= 0x9E && second != 0x97)
        lower[i] = static_cast<char>(second + 0x20U);
    } else {
      std::string other;
      icu::UnicodeString::fromUTF8(text).toLower().toUTF8String(other);
      return other;
    }
  }
  return lower;
}

}  // namespace veedor::text
