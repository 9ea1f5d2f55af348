#include "rules/support/common_words.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <vector>

#include "data/common_words_tsv.h"
#include "rules/support/table.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kLongest = 24;  // bytes of a word

struct Entry {
  std::string_view word;
  LanguageSet languages = 0;
};

// FNV-1a, so that a word that is none of them is told by one look, as most are.
std::size_t hash(std::string_view word) {
  std::uint32_t value = 2166136261U;
  for (char c : word) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
  return value ^ (value >> 15U);
}

class Lists {
 public:
  Lists() {
    std::vector<std::vector<std::string_view>> rows = read_table(data::common_words_tsv, 3);
    std::ranges::sort(rows, {}, [](const auto& row) { return row[0]; });
    assert(rows.size() <= 64);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const LanguageSet itself = LanguageSet{1} << i;
      languages_.push_back({.code = rows[i][0], .itself = itself, .close = close_to(rows[i][1], rows)});
      for (std::string_view word : split_whitespace(rows[i][2])) add(word, itself);
    }
  }

  std::span<const CommonLanguage> languages() const { return languages_; }
  LanguageSet with(std::string_view word) const {
    return like(word) == 0 ? 0 : entries_[place_of(word)].languages;
  }
  // Those that have a word of this length and first letter, small or capital: none has most longer ones.
  LanguageSet like(std::string_view word) const {
    return word.empty() || word.size() > kLongest ? 0 : alike_[alike(word)];
  }

 private:
  static LanguageSet close_to(std::string_view groups,
                              const std::vector<std::vector<std::string_view>>& rows) {
    const std::vector<std::string_view> wanted = split_whitespace(groups);
    LanguageSet close = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::string_view group : split_whitespace(rows[i][1])) {
        if (std::ranges::find(wanted, group) != wanted.end()) close |= LanguageSet{1} << i;
      }
    }
    return close;
  }
  static std::size_t alike(std::string_view word) {
    return word.size() * kFirstLetters + static_cast<unsigned char>(word[0]) % kFirstLetters;
  }
  // Where the word is, or would be.
  std::size_t place_of(std::string_view word) const {
    std::size_t at = hash(word) % kPlaces;
    while (!entries_[at].word.empty() && entries_[at].word != word) at = (at + 1) % kPlaces;
    return at;
  }
  void add(std::string_view word, LanguageSet language) {
    Entry& entry = entries_[place_of(word)];
    count_ += entry.word.empty() ? 1 : 0;
    assert(count_ < kPlaces / 2);
    entry.word = word;
    entry.languages |= language;
    assert(word.size() <= kLongest);
    alike_[alike(word)] |= language;
  }

  static constexpr std::size_t kPlaces = 4096;
  static constexpr std::size_t kFirstLetters = 32;  // without what parts capitals from others
  std::vector<CommonLanguage> languages_;
  std::array<Entry, kPlaces> entries_;
  std::array<LanguageSet, (kLongest + 1) * kFirstLetters> alike_{};
  std::size_t count_ = 0;
};

const Lists& lists() {
  static const Lists read;
  return read;
}

}  // namespace

std::span<const CommonLanguage> common_languages() { return lists().languages(); }

const CommonLanguage* find_common_language(std::string_view code) {
  const auto all = common_languages();
  const auto found = std::ranges::lower_bound(all, code, {}, &CommonLanguage::code);
  return found == all.end() || found->code != code ? nullptr : &*found;
}

LanguageSet languages_with(std::string_view word) { return lists().with(word); }

bool is_common_word(std::string_view word, const CommonLanguage& of) {
  if ((lists().like(word) & of.itself) == 0) return false;
  std::array<char, kLongest> lower;
  std::ranges::transform(word, lower.begin(), [](char c) { return ascii_lower(c); });
  return (languages_with({lower.data(), word.size()}) & of.itself) != 0;
}

}  // namespace veedor::rules
