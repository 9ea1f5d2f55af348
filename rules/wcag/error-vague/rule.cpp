// A message about a field that is wrong, which does not say what would be right.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "rules/support/phrases.h"
#include "rules/support/visible_text.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"
#include "scanner/text/words.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxMessage = 300;

// Says that something is wrong …
constexpr auto kComplaints = std::to_array<std::string_view>(
    {"correctly", "error", "errors", "incorrect", "invalid", "wrong", "correctamente", "errores", "errónea",
     "erróneo", "incorrecta", "incorrecto", "inválida", "inválido", "incorrectos"});
constexpr auto kComplaintRuns =
    std::to_array<std::string_view>({"not valid", "no válido", "no es válido", "no válida", "no es válida"});
// … and what would be right, or what is missing.
constexpr auto kRemedies = std::to_array<std::string_view>(
    {"must",        "should",     "format",     "least",  "most",    "between", "example", "eg",
     "empty",       "required",   "characters", "digits", "missing", "because", "use",     "enter",
     "expected",    "numbers",    "letters",    "exists", "already", "expired", "debe",    "deben",
     "formato",     "menos",      "más",        "entre",  "ejemplo", "vacío",   "vacía",   "obligatorio",
     "obligatoria", "caracteres", "dígitos",    "falta",  "faltan",  "porque",  "escriba", "introduzca",
     "números",     "letras",     "existe",     "ya",     "caducado"});

using Phrases = std::vector<std::vector<std::string>>;

Phrases words_of_each(std::initializer_list<std::span<const std::string_view>> lists) {
  Phrases phrases;
  for (std::span<const std::string_view> list : lists) {
    for (std::string_view phrase : list) phrases.push_back(text::words_of(phrase));
  }
  return phrases;
}

bool has_any(const std::vector<std::string>& words, const Phrases& phrases) {
  return std::ranges::any_of(phrases, [&](const auto& phrase) { return text::contains_run(words, phrase); });
}

bool complains_in(const std::vector<std::string>& words) {
  static const Phrases phrases = words_of_each({kComplaints, kComplaintRuns});
  return has_any(words, phrases);
}

bool names_remedy(const std::vector<std::string>& words) {
  static const Phrases phrases = words_of_each({kRemedies});
  return has_any(words, phrases);
}

// Read in one go, since most names of classes say nothing of errors.
bool may_speak_of_error(std::string_view tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const char c = ascii_lower(tokens[i]);
    if (c != 'e' && c != 'i' && c != 'v') continue;
    const std::string_view wanted = c == 'e' ? "error" : c == 'i' ? "invalid-feedback" : "validation-summary";
    if (ascii_iequals(tokens.substr(i, wanted.size()), wanted)) return true;
  }
  return false;
}

// A class or an id that says that the element is an error message.
bool speaks_of_error(std::string_view tokens) {
  tokens = tokens.substr(0, 300);
  if (!may_speak_of_error(tokens)) return false;
  return std::ranges::any_of(split_whitespace(tokens), [](std::string_view token) {
    const std::string lower = ascii_lower(token);
    return lower.ends_with("error") || lower.starts_with("error") ||
           lower.find("error-message") != std::string::npos ||
           lower.find("invalid-feedback") != std::string::npos ||
           lower.find("validation-summary") != std::string::npos;
  });
}

bool is_alert(std::string_view role) { return ascii_iequals(trim(role), "alert"); }

std::vector<html::Element> error_messages(const facts::Page& page) {
  std::vector<html::Element> found;
  for (std::string_view attribute : {"class", "id", "role"}) {
    for (html::Element element : page.document().with_attribute(attribute)) {
      const std::string_view value = element.attribute_or(attribute, "");
      if (attribute == "role" ? !is_alert(value) : !speaks_of_error(value)) continue;
      const bool text =
          !element.is("body") && !element.is("form") && !element.is("input") && !element.is("html");
      if (text) found.push_back(element);
    }
  }
  std::ranges::sort(found, {}, &html::Element::index);
  const auto repeated = std::ranges::unique(found);
  found.erase(repeated.begin(), repeated.end());
  return found;
}

// "": it says what would be right, or it is no complaint.
std::string_view problem(html::Element element, const std::vector<std::string>& words,
                         const a11y::Tree& tree) {
  const bool complains = complains_in(words);
  if (!complains && !names_remedy(words)) return "";
  if (tree.is_excluded(element)) return "hidden";
  return complains && !names_remedy(words) ? "vague" : "";
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  if (form_fields(page).empty()) return verdicts;
  const a11y::Tree& tree = page.tree();
  int looked_at = 0;
  for (html::Element element : error_messages(page)) {
    if (++looked_at > 500 || !tree.is_in_sight(element)) continue;
    const std::string text = collapse_whitespace(visible_text(element, tree));
    if (text.empty() || text.size() > kMaxMessage) continue;
    const std::vector<std::string> words = text::words_of(text);
    const std::string_view key = problem(element, words, tree);
    if (key.empty()) {
      if (verdicts.empty() && names_remedy(words)) verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back(
        {.outcome = Outcome::failed, .message = key, .element = element, .values = {{"text", shown(text)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule error_vague = define({
    .id = "wcag/error-vague",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"3.3.1"}, .act = {"36b590"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
