#include "scanner/text/words.h"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

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

}  // namespace

std::vector<std::string> words_of(std::string_view text, Hyphens hyphens) {
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(without_brackets(text.substr(0, kMaxWordsText)));
  folded.foldCase();
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const form = icu::Normalizer2::getNFKDInstance(status);
  if (U_SUCCESS(status)) folded = form->normalize(folded, status);
  std::vector<std::string> words;
  icu::UnicodeString word;
  const auto finish = [&] {
    if (word.isEmpty()) return;
    words.emplace_back();
    word.toUTF8String(words.back());
    word.remove();
  };
  for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
    const UChar32 c = folded.char32At(i);
    if (is_part_of_word(c)) {
      word.append(c);
    } else if (hyphens == Hyphens::split || !is_hyphen(c)) {
      finish();
    }
  }
  finish();
  return words;
}

bool contains_run(const std::vector<std::string>& whole, const std::vector<std::string>& part) {
  return part.empty() || !std::ranges::search(whole, part).empty();
}

std::string to_lower(std::string_view text) {
  std::string lower;
  icu::UnicodeString::fromUTF8(text).toLower().toUTF8String(lower);
  return lower;
}

}  // namespace veedor::text
