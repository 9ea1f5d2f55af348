// An image that sends a form and has no name: nobody who listens knows what it does.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// ACT 59796f: the name that browsers make up, in the languages of this program, says nothing either.
bool is_default_name(std::string_view name) {
  return ascii_iequals(name, "Submit Query") || ascii_iequals(name, "Enviar consulta");
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (html::Element input : document.all("input")) {
    if (a11y::input_type(input) != "image" || tree.is_excluded(input)) continue;
    const std::string_view name = tree.name(input);
    if (!name.empty() && !is_default_name(name)) {
      verdicts.push_back({Outcome::passed});
    } else if (!class_says_hidden(input) || !unread) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = name.empty() ? "no-name" : "default-name",
                          .element = input,
                          .values = {{"button", shown_tag(input)}, {"name", std::string(name)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule input_image_name = define({
    .id = "wcag/input-image-name",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.1.1", "4.1.2"}, .act = {"59796f"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
