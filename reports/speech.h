// Words of the reports in the report's language, and which word stands for which value.
#pragma once

#include <string>
#include <string_view>

#include "reports/report.h"
#include "scanner/base/message.h"
#include "words/reports_words.h"

namespace veedor::reports {

using Word = words::reports::Word;

// The word's sentence with its placeholders filled.
std::string say(Word word, Language language, const Values& values = {});
// "1 page", "41 pages": `one` or `many` with its {count}.
std::string counted(int count, Word one, Word many, Language language);
// "12 s", "3 min 20 s"
std::string duration(long long seconds, Language language);

Word word_of(rules::Area area);
Word word_of(rules::Severity severity);
Word word_of(rules::Confidence confidence);
Word word_of(facts::ComponentKind kind);
Word word_of(facts::Certainty certainty);
Word word_of(facts::Trust trust);
// The sentence of a cap ("held to 59 by …") and of a grade that is withheld.
std::string cap_reason(const AreaScore& area, Language language);
std::string withheld_reason(const Scores& scores, Language language);
// What happened to a page and what to do, by the name in scan.json, which may be of another version.
std::string outcome_sentence(std::string_view outcome, Language language);
std::string limit_sentence(std::string_view limit, Language language);
// How many pages were judged in part, and why; why a style sheet is missing.
std::string partly_judged_sentence(std::string_view reason, int pages, Language language);
std::string missing_sheet_sentence(std::string_view reason, Language language);
// "new" in the report's language; a status of another version as it is.
std::string status_word(std::string_view status, Language language);

// Never colour alone: "✖", "▲", "●", "○", "ℹ".
std::string_view symbol(rules::Severity severity);

}  // namespace veedor::reports
