// Language tags (BCP 47, RFC 5646): whether the language that a lang attribute names exists.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "rules/rule.h"

namespace veedor::rules {

enum class LanguageTag : std::uint8_t {
  known,
  unlisted,       // three letters that could be a language added to the registry since
  three_letters,  // the language has a two-letter code, and then no other one is valid (RFC 5646 §2.2.1)
  underscore,     // "es_MX": a locale of a program
  unknown,
};

struct LanguageTagReading {
  LanguageTag kind = LanguageTag::unknown;
  std::string better;  // what to write instead, where that is known: "es", "es-MX"
};

// Judges the primary language subtag alone: what follows the first hyphen does not count (ACT, known primary
// language tag). White space around the tag is forgiven.
LanguageTagReading read_language_tag(std::string_view tag);

// The verdict of a rule on a lang attribute, with the message keys unknown, three-letters, underscore and
// unlisted.
Verdict judge_language_tag(std::string_view tag, html::Element element);

}  // namespace veedor::rules
