// A text alternative that says nothing of the image: "image", "DSC_0012.JPG".
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element image : tree.with_role("img")) {
    const std::string_view name = tree.name(image);
    if (name.empty() || tree.is_excluded(image)) continue;
    const bool file = is_image_file_name(name);
    if (file || is_vague_alternative(name)) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = file ? "file-name" : "vague",
                          .element = image,
                          .values = {{"alt", shown(name, 60)}}});
    } else if (verdicts.empty()) {
      verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule alt_vague = define({
    .id = "wcag/alt-vague",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.1.1"}, .act = {"qt1vmo"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
