// An image that is nothing but text: it cannot be enlarged, recoloured or read aloud word by word.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxData = 20'000;

// A drawing in the address itself, with <text> in it.
bool is_drawn_text(std::string_view source) {
  source = trim(source).substr(0, kMaxData);
  if (!source.starts_with("data:image/svg+xml")) return false;
  return source.find("<text") != std::string_view::npos || source.find("%3Ctext") != std::string_view::npos ||
         source.find("%3ctext") != std::string_view::npos;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element image : page.document().all("img")) {
    const std::string_view name = tree.name(image);
    if (name.empty() || !tree.is_in_sight(image)) continue;
    if (is_drawn_text(image.attribute_or("src", ""))) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "text",
                          .element = image,
                          .values = {{"text", shown(name, 60)}}});
    } else if (verdicts.empty()) {
      verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule image_of_text = define({
    .id = "wcag/image-of-text",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.4.5"}, .act = {"0va7u6"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
