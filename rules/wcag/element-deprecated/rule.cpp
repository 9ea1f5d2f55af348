// Elements that HTML has given up: they only describe looks, or no browser supports them for long.
#include "rules/rule.h"

#include <array>
#include <string>
#include <string_view>

namespace veedor::rules::wcag {
namespace {

// HTML Standard §16.2. Those that move (marquee, blink) and frames have rules of their own.
constexpr auto kLooks = std::to_array<std::string_view>(
    {"basefont", "big", "center", "font", "multicol", "nobr", "spacer", "strike", "tt"});
constexpr auto kGone = std::to_array<std::string_view>(
    {"acronym", "applet", "bgsound", "dir", "isindex", "keygen", "listing", "plaintext", "xmp"});

template <std::size_t size>
void judge(const html::Document& document, const std::array<std::string_view, size>& tags,
           std::string_view message, Verdicts& verdicts) {
  for (std::string_view tag : tags) {
    for (html::Element element : document.all(tag)) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = message,
                          .element = element,
                          .values = {{"element", std::string(tag)}},
                          .cause = std::string(tag)});
    }
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  judge(page.document(), kLooks, "looks", verdicts);
  judge(page.document(), kGone, "gone", verdicts);
  if (verdicts.empty() && !page.document().all("body").empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule element_deprecated = define({
    .id = "wcag/element-deprecated",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
