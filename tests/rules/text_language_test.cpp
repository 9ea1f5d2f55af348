#include "rules/support/text_language.h"

#include <string_view>

#include <gtest/gtest.h>

namespace veedor::rules {
namespace {

struct Case {
  std::string_view declared;
  std::string_view text;
  std::string_view other;  // "" where nothing is to be said against the declared language
};

TEST(TextLanguage, SaysWhatIsSureOnly) {
  const Case cases[] = {
      {"en", "Consulte el calendario electoral y los lugares de votación de su municipio.", "es"},
      {"es", "The polling stations open at eight and close when nobody is waiting in the line.", "en"},
      {"fr", "Hij ging met de kippen op stok", "nl"},
      {"nl", "Bonne année !", "fr"},
      {"es", "Избирательные участки открыты с восьми часов", "ru"},
      {"en", "الإعفاء الإلكتروني من التأشيرة", "ar"},
      // the declared language
      {"es", "Descargar el documento en formato PDF", ""},
      {"nl", "Gelukkig nieuwjaar!", ""},
      // French and English alike
      {"fr", "Paul put dire comment on tape", ""},
      {"en", "Paul put dire comment on tape", ""},
      // close to each other
      {"pt", "Consulte el calendario electoral y los lugares de votación.", ""},
      {"no", "Valgstederne åbner klokken otte og lukker klokken tyve.", ""},
      // terms, names, code, too short
      {"es", "Windows Media Player", ""},
      {"de", "Javier Fernández-Sanguino Peña", ""},
      {"es", "git push --force origin main_branch the_end", ""},
      {"fr", "English", ""},
      // no common words are known
      {"qu", "The polling stations open at eight and close when nobody is waiting.", ""},
  };
  for (const Case& test : cases) {
    const LanguageReading reading = read_language(test.text, test.declared);
    EXPECT_EQ(reading.language == test.declared ? "" : reading.language, test.other) << test.text;
    EXPECT_EQ(reading.match == LanguageMatch::other, !test.other.empty()) << test.text;
  }
}

TEST(TextLanguage, PrimarySubtagsOfOneLanguageAreTheSame) {
  EXPECT_EQ(primary_language(" ES-mx "), "es");
  EXPECT_EQ(primary_language("nb-NO"), "no");
  EXPECT_EQ(primary_language("zh-Hant"), "zh");
  EXPECT_EQ(primary_language(""), "");
}

}  // namespace
}  // namespace veedor::rules
