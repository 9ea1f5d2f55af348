#include "reports/speech.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "scanner/base/text.h"

namespace veedor::reports {
namespace {

template <class Enum, std::size_t count>
Word pick(const std::array<Word, count>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

// The word of a name in scan.json: "too_slow" with "outcome-" is outcome-too-slow.
std::optional<Word> find_word(std::string_view prefix, std::string_view name) {
  std::string key = std::string(prefix) + std::string(name);
  std::ranges::replace(key, '_', '-');
  return words::reports::find(key);
}

}  // namespace

std::string say(Word word, Language language, const Values& values) {
  return fill(words::reports::text(word, language), values);
}

std::string counted(int count, Word one, Word many, Language language) {
  return say(count == 1 ? one : many, language, {{"count", std::to_string(count)}});
}

std::string duration(long long seconds, Language language) {
  if (seconds < 60) return say(Word::seconds, language, {{"seconds", std::to_string(seconds)}});
  return say(Word::minutes, language,
             {{"minutes", std::to_string(seconds / 60)}, {"seconds", std::to_string(seconds % 60)}});
}

Word word_of(rules::Area area) {
  return pick(std::to_array({Word::area_tls, Word::area_headers, Word::area_components,
                             Word::area_accessibility, Word::area_function}),
              area);
}

Word word_of(rules::Severity severity) {
  return pick(std::to_array({Word::severity_critical, Word::severity_serious, Word::severity_moderate,
                             Word::severity_minor, Word::severity_info}),
              severity);
}

Word word_of(rules::Confidence confidence) {
  return pick(std::to_array({Word::confidence_high, Word::confidence_medium, Word::confidence_low}),
              confidence);
}

Word word_of(facts::ComponentKind kind) {
  return pick(std::to_array({Word::kind_library, Word::kind_cms, Word::kind_server, Word::kind_language,
                             Word::kind_framework}),
              kind);
}

Word word_of(facts::Certainty certainty) {
  return pick(std::to_array({Word::certainty_possible, Word::certainty_likely, Word::certainty_confirmed}),
              certainty);
}

Word word_of(facts::Trust trust) {
  return pick(std::to_array({Word::trust_not_tested, Word::trust_trusted, Word::trust_self_signed,
                             Word::trust_unknown_issuer, Word::trust_incomplete_chain, Word::trust_invalid}),
              trust);
}

std::string cap_reason(const AreaScore& area, Language language) {
  const Word word =
      pick(std::to_array({Word::cap_none, Word::cap_open_critical, Word::cap_open_serious}), area.reason);
  return say(word, language, {{"cap", std::to_string(area.cap)}});
}

std::string withheld_reason(const Scores& scores, Language language) {
  if (scores.withheld == Withheld::nothing_decided) return say(Word::withheld_nothing_decided, language);
  return say(
      Word::withheld_too_few_pages_read, language,
      {{"read", std::to_string(scores.pages_read)}, {"sampled", std::to_string(scores.pages_sampled)}});
}

std::string outcome_sentence(std::string_view outcome, Language language) {
  if (const auto word = find_word("outcome-", outcome)) return say(*word, language);
  return say(Word::outcome_other, language, {{"outcome", printable(shorten(outcome, 40))}});
}

std::string limit_sentence(std::string_view limit, Language language) {
  if (const auto word = find_word("limit-", limit)) return say(*word, language);
  return say(Word::limit_other, language, {{"limit", printable(shorten(limit, 40))}});
}

std::string partly_judged_sentence(std::string_view reason, int pages, Language language) {
  const std::string name = std::string(reason) + (pages == 1 ? "-one" : "");
  const Values values = {{"count", std::to_string(pages)}, {"reason", printable(shorten(reason, 40))}};
  if (const auto word = find_word("partly-", name)) return say(*word, language, values);
  return say(pages == 1 ? Word::partly_other_one : Word::partly_other, language, values);
}

std::string missing_sheet_sentence(std::string_view reason, Language language) {
  const auto word = find_word("sheet-", reason);
  return word ? say(*word, language) : outcome_sentence(reason, language);
}

std::string status_word(std::string_view status, Language language) {
  if (const auto word = find_word("status-", status)) return say(*word, language);
  return printable(shorten(status, 40));
}

std::string_view symbol(rules::Severity severity) {
  constexpr std::array<std::string_view, 5> kSymbols = {"✖", "▲", "●", "○", "ℹ"};
  return kSymbols[static_cast<std::size_t>(severity)];
}

}  // namespace veedor::reports
