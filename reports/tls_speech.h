// What the reports say of encryption, in the report's language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/report.h"
#include "scanner/base/message.h"
#include "words/tls_words.h"

namespace veedor::reports {

using TlsWord = words::tls::Word;

std::string say(TlsWord word, Language language, const Values& values = {});
// "yes", "no", "unclear", "not tested"
std::string answer(facts::Support support, Language language);
// One for each code and cap, in the order of the first, with the details of all: "TLS 1.0, TLS 1.1".
std::vector<facts::GradeReason> merged(const std::vector<facts::GradeReason>& reasons);
// Why the grade is no better, and what sets a service apart from a Mozilla profile: by their codes, which may
// be of another version and then stand for themselves. Their details are for the caller to show.
std::string reason_text(const facts::GradeReason& reason, Language language);
std::string gap_text(const facts::ProfileGap& gap, Language language);
// Of a key in `kFeatures` or `kTolerances`.
std::string feature_name(std::string_view key, Language language);
std::string vulnerability_name(facts::Vulnerability vulnerability, Language language);
std::string exposure_text(facts::Exposure exposure, Language language);

}  // namespace veedor::reports
