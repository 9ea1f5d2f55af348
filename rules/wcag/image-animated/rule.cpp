// A GIF, which may move without end.
#include "rules/rule.h"

#include <charconv>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr int kIcon = 64;  // px

// Stated to be larger than an icon: arrows and bullets in old sites are GIFs, too, and stand still.
bool is_large(html::Element image) {
  for (std::string_view side : {"width", "height"}) {
    const std::string_view size = trim(image.attribute_or(side, ""));
    int pixels = 0;
    std::from_chars(size.data(), size.data() + size.size(), pixels);
    if (pixels < kIcon) return false;
  }
  return true;
}

bool is_gif(html::Element image) {
  std::string_view source = trim(image.attribute_or("src", ""));
  source = source.substr(0, source.find_first_of("?#"));
  return source.size() > 4 && source.size() < 4096 && ascii_iequals(source.substr(source.size() - 4), ".gif");
}

bool says_animated(std::string_view text) {
  const std::string lower = ascii_lower(text.substr(0, 500));
  return lower.find("animat") != std::string::npos || lower.find("animad") != std::string::npos ||
         lower.find("spinner") != std::string::npos || lower.find("loading") != std::string::npos;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (html::Element image : page.document().all("img")) {
    if (!is_gif(image)) continue;
    const bool said =
        says_animated(image.attribute_or("alt", "")) || says_animated(image.attribute_or("src", ""));
    if ((!said && !is_large(image)) || !page.tree().is_in_sight(image)) continue;
    verdicts.push_back({.outcome = said ? Outcome::failed : Outcome::cant_tell,
                        .message = said ? "animated" : "gif",
                        .element = image,
                        .values = {{"image", shown(image.attribute_or("src", ""), 60)}}});
  }
  if (verdicts.empty() && !page.document().all("img").empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule image_animated = define({
    .id = "wcag/image-animated",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"2.2.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
