#include "rules/support/text_language.h"

#include <algorithm>
#include <cstdio>  // compact_lang_det.h names FILE
#include <map>
#include <vector>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "rules/support/common_words.h"
#include "rules/support/language_words.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxText = 4096;
constexpr std::size_t kBeginning = 1200;  // bytes
constexpr std::size_t kLongText = 1000;   // bytes
constexpr std::size_t kFewWords = 15;     // below, each common word is weighed
constexpr std::size_t kManyWords = 60;    // in any language, some of them are its most common ones
constexpr std::size_t kMinLetters = 10;   // "Bonne année"
constexpr int kMinShare = 70;             // percent of the text in the other language
constexpr int kMaxDeclared = 20;          // percent of it in the declared one
constexpr double kMinScore = 500;         // CLD2: about 1000 for ordinary text of the language
constexpr std::size_t kFirstWords = 40;
constexpr std::size_t kVeryFirstWords = 12;

using Language = CommonLanguage;

struct Guess {
  std::string_view code;
  bool reliable = false;
  int share = 0;
  double score = 0;
  int declared_share = 0;
};

Guess guess(const std::string& text, CLD2::Language hint, std::string_view declared) {
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, hint};
  CLD2::Language found[3];
  int shares[3];
  double scores[3];
  int letters = 0;
  int valid_bytes = 0;
  Guess best;
  const CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &hints, 0, found, shares, scores, nullptr, &letters,
      &best.reliable, &valid_bytes);
  const std::string code = primary_language(CLD2::LanguageCode(language));
  if (const Language* known = find_common_language(code)) best.code = known->code;
  for (int i = 0; i < 3; ++i) {
    if (found[i] == language) {
      best.share = shares[i];
      best.score = scores[i];
    } else if (primary_language(CLD2::LanguageCode(found[i])) == declared) {
      best.declared_share = shares[i];
    }
  }
  return best;
}

bool is_sure(const Guess& guess) {
  return guess.reliable && !guess.code.empty() && guess.share >= kMinShare && guess.score >= kMinScore &&
         guess.declared_share <= kMaxDeclared;
}

// What is sure without the hint and with it. Of a quotation the hint only counts where it changes nothing. A
// long text in the declared language needs no hint that it is.
std::string_view surely(const std::string& text, std::string_view declared, Doubt doubt) {
  const Guess plain = guess(text, CLD2::UNKNOWN_LANGUAGE, declared);
  if (!is_sure(plain)) return "";
  if (doubt == Doubt::for_nobody || (plain.code == declared && text.size() >= kLongText)) return plain.code;
  const Guess hinted = guess(text, CLD2::GetLanguageFromName(std::string(declared).c_str()), declared);
  return is_sure(hinted) && hinted.code == plain.code ? plain.code : "";
}

// All words of a text, each by the languages that it is common in.
struct Words {
  explicit Words(std::string_view text) : reader(text) {
    words.reserve(text.size() / 5);
    for (std::string_view word = reader.next(); !word.empty(); word = reader.next())
      words.push_back(languages_with(word));
  }
  std::size_t common_in(LanguageSet languages) const {
    return std::ranges::count_if(words, [&](LanguageSet word) { return (word & languages) != 0; });
  }
  std::size_t count() const { return words.size() + reader.unspaced() / 2; }
  bool are_too_few() const { return count() < 2 || reader.letters() < kMinLetters; }
  // Common words make up a third of most texts: with enough that no other language has, nothing else is
  // asked. Menus and titles have fewer, but next to none that the language has not.
  bool are_surely_of(const Language& language) const {
    if (count() < kFewWords) return false;
    std::size_t own = 0;
    std::size_t common = 0;
    std::size_t foreign = 0;
    for (LanguageSet word : words) {
      own += is_own_word(word, language) ? 1 : 0;
      common += (word & language.itself) != 0 ? 1 : 0;
      foreign += (word & language.itself) == 0 && (word & ~language.close) != 0 ? 1 : 0;
    }
    return own * 10 >= count() || (count() >= kManyWords && common * 20 >= count() && foreign * 10 <= common);
  }
  bool are_beyond_latin() const { return 2 * reader.beyond_latin() > reader.letters(); }

  WordReader reader;
  std::vector<LanguageSet> words;
};

struct Evidence {
  std::size_t for_other = 0;     // common words of the other language
  std::size_t for_declared = 0;  // of the declared one alone
};

Evidence weigh(const Words& words, const Language& other, const Language& declared) {
  const std::size_t for_other = words.common_in(other.itself);
  return {.for_other = for_other,
          .for_declared = words.common_in(other.itself | declared.itself) - for_other};
}

// Another script than A to Z is proof enough. Else common words must bear the guess out: terms and names of
// English are in texts of every language, and names of persons are in none.
bool is_borne_out(const Words& words, const Language& other, const Language& declared) {
  const Evidence evidence = weigh(words, other, declared);
  const std::size_t count = words.words.size();
  if (words.are_beyond_latin()) return evidence.for_declared == 0;
  if (count >= kFewWords)
    return evidence.for_other * 10 >= count && 4 * evidence.for_declared <= evidence.for_other;
  if (other.code == "en" && words.reader.beyond_ascii()) return false;
  return evidence.for_declared == 0 && evidence.for_other > 0;
}

// Some language would be borne out if it were guessed: else nothing has to be guessed.
bool may_be_other(const Words& words, const Language& declared) {
  if (words.are_beyond_latin()) return true;
  LanguageSet met = 0;
  for (LanguageSet word : words.words) met |= word;
  met &= ~declared.close;
  return std::ranges::any_of(common_languages(), [&](const Language& language) {
    return (met & language.itself) != 0 && is_borne_out(words, language, declared);
  });
}

// Of languages that are not told apart, the one with most of its common words in the text.
const Language& likeliest(const Words& words, const Language& guess) {
  const Language* best = &guess;
  std::size_t most = words.common_in(guess.itself);
  for (const Language& language : common_languages()) {
    if ((language.itself & guess.close) == 0) continue;
    const std::size_t common = words.common_in(language.itself);
    if (common > most) best = &language;
    most = std::max(most, common);
  }
  return *best;
}

// The likeliest language of a guess that is borne out and not close to the declared one; else "".
std::string_view other_borne_out(std::string_view guess, const Words& words, const Language& declared) {
  const Language* const other = find_common_language(guess);
  if (other == nullptr || (other->close & declared.itself) != 0) return "";
  return is_borne_out(words, *other, declared) ? likeliest(words, *other).code : "";
}

// Quickly, with words between spaces only: in most texts the first sentence has a common word.
bool begins_with_common_word(std::string_view text, const Language& language) {
  std::size_t begin = 0;
  for (std::size_t count = 0; count < kVeryFirstWords && begin < text.size(); ++count) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (is_common_word(text.substr(begin, end - begin), language)) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::string primary_language(std::string_view tag) {
  tag = trim(tag);
  std::string code = ascii_lower(tag.substr(0, std::min(tag.find('-'), tag.size())));
  static const std::map<std::string_view, std::string_view> kAliases = {
      {"nb", "no"}, {"nn", "no"}, {"iw", "he"}, {"in", "id"}, {"cmn", "zh"}, {"yue", "zh"}};
  const auto found = kAliases.find(code);
  return found == kAliases.end() ? code : std::string(found->second);
}

bool begins_in_language(std::string_view text, std::string_view declared) {
  static_assert(kBeginning * kMinShare > kMaxText * kMaxDeclared);
  const Language* const expected = find_common_language(declared);
  if (expected == nullptr || text.size() < kBeginning) return false;
  text = text.substr(0, text.find_first_of(" \n", kBeginning));
  const Words words(text);
  if (words.are_too_few()) return false;
  if (words.are_surely_of(*expected)) return true;
  const Guess plain = guess(around_words(text), CLD2::UNKNOWN_LANGUAGE, declared);
  return is_sure(plain) && plain.code == declared;
}

LanguageReading read_language(std::string_view text, std::string_view declared) {
  const Language* const expected = find_common_language(declared);
  if (expected == nullptr) return {};
  text = text.substr(0, kMaxText);
  const Words words(text);
  if (words.are_too_few()) return {};
  const LanguageReading same = {LanguageMatch::same, expected->code};
  if (words.are_surely_of(*expected)) return same;
  const std::string_view code = surely(around_words(text), declared, Doubt::for_declared);
  if (code == declared) return same;
  const std::string_view other = other_borne_out(code, words, *expected);
  return other.empty() ? LanguageReading{} : LanguageReading{LanguageMatch::other, other};
}

std::string_view other_language(std::string_view text, std::string_view declared, Doubt doubt) {
  const Language* const expected = find_common_language(declared);
  if (expected == nullptr) return "";
  text = text.substr(0, kMaxText);
  const Words words(text);
  if (words.are_too_few() || words.are_surely_of(*expected) || !may_be_other(words, *expected)) return "";
  return other_borne_out(surely(around_words(text), declared, doubt), words, *expected);
}

bool has_common_word(std::string_view text, std::string_view language) {
  const Language* const known = find_common_language(language);
  if (known == nullptr) return true;
  if (begins_with_common_word(text, *known)) return true;
  WordReader reader(text.substr(0, kMaxText));
  for (std::size_t count = 0; count < kFirstWords; ++count) {
    const std::string_view word = reader.next();
    if (word.empty()) return false;
    if ((languages_with(word) & known->itself) != 0) return true;
  }
  return false;
}

std::size_t count_words(std::string_view text) {
  WordReader reader(text.substr(0, kMaxText));
  std::size_t count = 0;
  while (count < kFirstWords && !reader.next().empty()) ++count;
  return count;
}

}  // namespace veedor::rules
