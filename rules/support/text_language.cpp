#include "rules/support/text_language.h"

#include <algorithm>
#include <cstdio>  // compact_lang_det.h names FILE
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "data/common_words_tsv.h"
#include "rules/support/table.h"
#include "rules/support/language_words.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxText = 4096;
constexpr std::size_t kFewWords = 15;    // below, each common word is weighed
constexpr std::size_t kMinLetters = 10;  // "Bonne année"
constexpr int kMinShare = 70;            // percent of the text in the other language
constexpr int kMaxDeclared = 20;         // percent of it in the declared one
constexpr double kMinScore = 500;        // CLD2: about 1000 for ordinary text of the language
constexpr std::size_t kFirstWords = 40;
constexpr std::size_t kVeryFirstWords = 12;

struct Language {
  std::string_view code;
  std::vector<std::string_view> groups;  // of languages not told apart
  std::unordered_set<std::string_view> words;
  std::unordered_set<std::string_view> own;  // those that only languages close to it have, too
};

bool are_close(const Language& a, const Language& b) {
  return std::ranges::any_of(
      a.groups, [&](std::string_view group) { return std::ranges::find(b.groups, group) != b.groups.end(); });
}

void find_own_words(std::map<std::string_view, Language>& languages) {
  std::unordered_map<std::string_view, std::vector<const Language*>> users;
  for (const auto& [code, language] : languages) {
    for (std::string_view word : language.words) users[word].push_back(&language);
  }
  for (auto& [code, language] : languages) {
    for (std::string_view word : language.words) {
      const auto& all = users[word];
      if (std::ranges::all_of(all, [&](const Language* user) { return are_close(*user, language); }))
        language.own.insert(word);
    }
  }
}

const std::map<std::string_view, Language>& languages() {
  static const auto known = [] {
    std::map<std::string_view, Language> read;
    for (const auto& row : read_table(data::common_words_tsv, 3)) {
      const auto words = split_whitespace(row[2]);
      read.emplace(row[0], Language{row[0], split_whitespace(row[1]), {words.begin(), words.end()}, {}});
    }
    find_own_words(read);
    return read;
  }();
  return known;
}

const Language* find_language(std::string_view code) {
  const auto found = languages().find(code);
  return found == languages().end() ? nullptr : &found->second;
}

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
  if (const Language* known = find_language(code)) best.code = known->code;
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

// What is sure without the hint and with it. Of a quotation the hint only counts where it changes nothing.
std::string_view surely(const std::string& text, std::string_view declared, Doubt doubt) {
  const Guess plain = guess(text, CLD2::UNKNOWN_LANGUAGE, declared);
  if (!is_sure(plain) || doubt == Doubt::for_nobody) return is_sure(plain) ? plain.code : "";
  const Guess hinted = guess(text, CLD2::GetLanguageFromName(std::string(declared).c_str()), declared);
  return is_sure(hinted) && hinted.code == plain.code ? plain.code : "";
}

struct Evidence {
  std::size_t for_other = 0;     // common words of the other language
  std::size_t for_declared = 0;  // of the declared one alone
};

Evidence weigh(const std::vector<std::string>& words, const Language& other, const Language& declared) {
  Evidence evidence;
  for (const std::string& word : words) {
    const bool theirs = other.words.contains(word);
    evidence.for_other += theirs ? 1 : 0;
    evidence.for_declared += !theirs && declared.words.contains(word) ? 1 : 0;
  }
  return evidence;
}

// Another script than A to Z is proof enough. Else common words must bear the guess out: terms and names of
// English are in texts of every language, and names of persons are in none.
bool is_borne_out(const Words& words, const Language& other, const Language& declared) {
  const Evidence evidence = weigh(words.words, other, declared);
  if (2 * words.beyond_latin > words.letters) return evidence.for_declared == 0;
  if (words.words.size() >= kFewWords)
    return evidence.for_other * 10 >= words.words.size() && 4 * evidence.for_declared <= evidence.for_other;
  if (other.code == "en" && words.beyond_ascii) return false;
  return evidence.for_declared == 0 && evidence.for_other > 0;
}

// Of languages that are not told apart, the one with most of its common words in the text.
const Language& likeliest(const std::vector<std::string>& words, const Language& guess) {
  const auto count = [&](const Language& language) {
    return std::ranges::count_if(words,
                                 [&](const std::string& word) { return language.words.contains(word); });
  };
  const Language* best = &guess;
  auto most = count(guess);
  for (const auto& [code, language] : languages()) {
    if (!are_close(language, guess)) continue;
    const auto common = count(language);
    if (common > most) best = &language;
    most = std::max(most, common);
  }
  return *best;
}

// Quickly, with words between spaces only: in most texts the first sentence has a common word.
bool begins_with_common_word(std::string_view text, const Language& language) {
  std::size_t begin = 0;
  for (std::size_t count = 0; count < kVeryFirstWords && begin < text.size(); ++count) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (language.words.contains(ascii_lower(text.substr(begin, end - begin)))) return true;
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

LanguageReading read_language(std::string_view text, std::string_view declared, Doubt doubt) {
  const Language* const expected = find_language(declared);
  if (expected == nullptr) return {};
  const Words words = read_words(text.substr(0, kMaxText), SIZE_MAX);
  const std::size_t count = words.words.size() + words.unspaced / 2;
  if (count < 2 || words.letters < kMinLetters) return {};
  // Common words make up a third of most texts: with enough that no other language has, nothing else is
  // asked.
  const auto own = std::ranges::count_if(
      words.words, [&](const std::string& word) { return expected->own.contains(word); });
  if (count >= kFewWords && static_cast<std::size_t>(own) * 10 >= count)
    return {LanguageMatch::same, expected->code};
  const std::string_view code = surely(words.text, declared, doubt);
  const Language* const other = find_language(code);
  if (other == nullptr) return {};
  if (other == expected) return {LanguageMatch::same, expected->code};
  if (are_close(*other, *expected) || !is_borne_out(words, *other, *expected)) return {};
  return {LanguageMatch::other, likeliest(words.words, *other).code};
}

bool has_common_word(std::string_view text, std::string_view language) {
  const Language* const known = find_language(language);
  if (known == nullptr) return true;
  if (begins_with_common_word(text, *known)) return true;
  const Words words = read_words(text.substr(0, kMaxText), kFirstWords);
  return std::ranges::any_of(words.words,
                             [&](const std::string& word) { return known->words.contains(word); });
}

std::size_t count_words(std::string_view text) {
  return read_words(text.substr(0, kMaxText), kFirstWords).words.size();
}

}  // namespace veedor::rules
