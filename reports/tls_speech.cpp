#include "reports/tls_speech.h"

#include <algorithm>
#include <optional>

#include "scanner/base/text.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kCodeBytes = 60;

// The word of a name in scan.json: "tls1_0_offered" with "reason-" is reason-tls1-0-offered.
std::optional<TlsWord> find_word(std::string_view prefix, std::string_view name) {
  std::string key = std::string(prefix) + std::string(name);
  std::ranges::replace(key, '_', '-');
  return words::tls::find(key);
}

std::string word_or_code(std::string_view prefix, std::string_view name, Language language) {
  if (const auto word = find_word(prefix, name)) return say(*word, language);
  return shorten(printable(name), kCodeBytes);
}

}  // namespace

std::string say(TlsWord word, Language language, const Values& values) {
  return fill(words::tls::text(word, language), values);
}

std::string answer(facts::Support support, Language language) {
  switch (support) {
    case facts::Support::offered:
      return say(TlsWord::yes, language);
    case facts::Support::refused:
      return say(TlsWord::no, language);
    case facts::Support::inconclusive:
      return say(TlsWord::unclear, language);
    case facts::Support::not_tested:
      break;
  }
  return say(TlsWord::not_tested, language);
}

std::vector<facts::GradeReason> merged(const std::vector<facts::GradeReason>& reasons) {
  std::vector<facts::GradeReason> out;
  for (const facts::GradeReason& reason : reasons) {
    const auto same = std::ranges::find_if(out, [&reason](const facts::GradeReason& earlier) {
      return earlier.code == reason.code && earlier.cap == reason.cap;
    });
    if (same == out.end()) {
      out.push_back(reason);
    } else if (!reason.detail.empty()) {
      same->detail.append(same->detail.empty() ? "" : ", ").append(reason.detail);
    }
  }
  return out;
}

std::string reason_text(const facts::GradeReason& reason, Language language) {
  return word_or_code("reason-", reason.code, language);
}

std::string gap_text(const facts::ProfileGap& gap, Language language) {
  return word_or_code("gap-", gap.code, language);
}

std::string feature_name(std::string_view key, Language language) {
  return word_or_code("feature-", key, language);
}

// Most are proper names.
std::string vulnerability_name(facts::Vulnerability vulnerability, Language language) {
  if (const auto word = find_word("vulnerability-", facts::key(vulnerability))) return say(*word, language);
  return std::string(facts::name(vulnerability));
}

std::string exposure_text(facts::Exposure exposure, Language language) {
  switch (exposure) {
    case facts::Exposure::safe:
      return say(TlsWord::exposure_safe, language);
    case facts::Exposure::vulnerable:
      return say(TlsWord::exposure_vulnerable, language);
    case facts::Exposure::inconclusive:
      return say(TlsWord::unclear, language);
    case facts::Exposure::not_tested:
      break;
  }
  return say(TlsWord::not_tested, language);
}

}  // namespace veedor::reports
