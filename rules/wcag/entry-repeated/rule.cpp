// The same thing asked for twice in one form.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"
#include "scanner/text/words.h"

namespace veedor::rules::wcag {
namespace {

// "Confirm your e-mail", "Repita el correo": what was just written has to be written again.
bool asks_again(std::string_view name) {
  constexpr auto kAgain =
      std::to_array<std::string_view>({"again", "confirm", "confirme", "confirmar", "re-enter", "reenter",
                                       "repeat", "repita", "repetir", "retype"});
  const auto words = text::words_of(name);
  return !words.empty() && std::ranges::any_of(kAgain, [&](std::string_view word) {
    return text::contains_run(words, text::words_of(word));
  });
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (html::Element field : form_fields(page)) {
    if (is_choice(field) || field.is("select")) continue;
    const bool secret =
        field.is("input") && a11y::input_type(field) == "password";  // of a new password that is allowed
    const std::string_view name = page.tree().name(field);
    if (!secret && asks_again(name)) {
      verdicts.push_back({.outcome = field.has("autocomplete") ? Outcome::cant_tell : Outcome::failed,
                          .message = field.has("autocomplete") ? "perhaps" : "again",
                          .element = field,
                          .values = {{"label", shown(name, 60)}}});
    } else if (verdicts.empty()) {
      verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule entry_repeated = define({
    .id = "wcag/entry-repeated",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"3.3.7"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
