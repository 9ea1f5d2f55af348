// The language tags of rules/support/languages.h.
#include "rules/support/languages.h"

#include <gtest/gtest.h>

namespace veedor::rules {
namespace {

struct TagCase {
  const char* tag;
  LanguageTag kind;
  const char* better = "";
};

TEST(Languages, ThePrimarySubtagDecides) {
  const TagCase cases[] = {
      {"es", LanguageTag::known},
      {"ES-ec", LanguageTag::known},
      {" es ", LanguageTag::known},
      {"en-US-GB", LanguageTag::known},
      {"quc", LanguageTag::known},
      {"qab", LanguageTag::known},  // for private use
      {"iw", LanguageTag::known},   // withdrawn, but registered
      {"spa", LanguageTag::three_letters, "es"},
      {"ger-AT", LanguageTag::three_letters, "de-AT"},
      {"es_MX", LanguageTag::underscore, "es-MX"},
      {"zh_Hant_TW", LanguageTag::underscore, "zh-Hant-TW"},
      {"english_US", LanguageTag::unknown},
      {"xqz", LanguageTag::unlisted},
      {"em-US", LanguageTag::unknown},
      {"español", LanguageTag::unknown},
      {"english", LanguageTag::unknown},
      {"i-lux", LanguageTag::unknown},
      {"x-klingon", LanguageTag::unknown},
      {"#1", LanguageTag::unknown},
      {"-es", LanguageTag::unknown},
      {"", LanguageTag::unknown},
      {"_", LanguageTag::unknown},
  };
  for (const TagCase& test : cases) {
    const LanguageTagReading reading = read_language_tag(test.tag);
    EXPECT_EQ(reading.kind, test.kind) << test.tag;
    EXPECT_EQ(reading.better, test.better) << test.tag;
  }
}

}  // namespace
}  // namespace veedor::rules
