#include "rules/support/languages.h"

#include <algorithm>
#include <unordered_map>

#include "data/languages.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

// Code → the two-letter code to use instead, "" where the code itself is right.
using Registry = std::unordered_map<std::string_view, std::string_view>;

const Registry& registry() {
  static const Registry known = [] {
    Registry codes;
    for (std::string_view line : split(data::languages, '\n')) {
      const std::size_t space = std::min(line.find(' '), line.size());
      if (!line.empty()) codes.emplace(line.substr(0, space), trim(line.substr(space)));
    }
    return codes;
  }();
  return known;
}

bool is_letters(std::string_view text) { return std::ranges::all_of(text, is_ascii_alpha); }

bool is_private_use(std::string_view code) { return code.size() == 3 && code >= "qaa" && code <= "qtz"; }

LanguageTagReading read_primary(std::string_view code, std::string_view rest) {
  if (const auto found = registry().find(code); found != registry().end()) {
    if (found->second.empty()) return {LanguageTag::known, ""};
    return {LanguageTag::three_letters, std::string(found->second).append(rest)};
  }
  if (is_private_use(code)) return {LanguageTag::known, ""};
  return {code.size() == 3 && is_letters(code) ? LanguageTag::unlisted : LanguageTag::unknown, ""};
}

}  // namespace

LanguageTagReading read_language_tag(std::string_view tag) {
  tag = trim(tag);
  const std::size_t hyphen = std::min(tag.find('-'), tag.size());
  const std::string primary = ascii_lower(tag.substr(0, hyphen));
  const std::size_t underscore = primary.find('_');
  if (underscore == std::string::npos) return read_primary(primary, tag.substr(hyphen));
  const LanguageTagReading inner = read_primary(primary.substr(0, underscore), "");
  if (inner.kind != LanguageTag::known) return {LanguageTag::unknown, ""};
  std::string better(tag);
  std::ranges::replace(better, '_', '-');
  return {LanguageTag::underscore, std::move(better)};
}

Verdict judge_language_tag(std::string_view tag, html::Element element) {
  LanguageTagReading reading = read_language_tag(tag);
  if (reading.kind == LanguageTag::known) return {Outcome::passed};
  const std::string shown = shorten(printable(tag), 40);
  Verdict verdict{.outcome = Outcome::failed, .element = element, .values = {{"value", shown}}};
  // The same wrong code is one thing to correct, wherever it stands.
  verdict.cause = std::string(element.is("html") ? "page " : "part ") + shown;
  if (!reading.better.empty()) verdict.values.push_back({"better", shorten(printable(reading.better), 40)});
  switch (reading.kind) {
    case LanguageTag::three_letters:
      verdict.message = "three-letters";
      break;
    case LanguageTag::underscore:
      verdict.message = "underscore";
      break;
    case LanguageTag::unlisted:
      verdict.outcome = Outcome::cant_tell;
      verdict.message = "unlisted";
      break;
    case LanguageTag::known:
    case LanguageTag::unknown:
      verdict.message = "unknown";
      break;
  }
  return verdict;
}

}  // namespace veedor::rules
