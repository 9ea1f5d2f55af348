// A link of which only a full stop, a comma or an arrow is the text.
#include "rules/rule.h"

#include <algorithm>
#include <array>

#include "rules/support/content.h"
#include "rules/support/page_links.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// What cannot be meant as a text. Signs that are the custom for something (# and ¶ beside headings, * and †
// of notes, × to close, ? for help, ↑ to the top) are not among them.
constexpr auto kSigns =
    std::to_array<std::string_view>({".", ",", ";", ":", "-", "_", "|", "'", "\"", "/", "\\", "·", "•", "…",
                                     "–", "—", ">", "<", "»", "«", "›", "‹", "→",  "←", "►",  "◄", "▸", "◂"});

bool only_signs(std::string_view name) {
  if (name.empty() || name.size() > 12 || name == "..") return false;
  while (!name.empty()) {
    const auto sign =
        std::ranges::find_if(kSigns, [name](std::string_view s) { return name.starts_with(s); });
    if (sign == kSigns.end()) return false;
    name.remove_prefix(sign->size());
    name = trim(name);
  }
  return true;
}

// In an index of a programming language "-" and "_" are names.
bool is_entry(html::Element link) {
  const std::string_view address = link.attribute_or("href", "");
  const std::size_t hash = address.find('#');
  return (hash != std::string_view::npos && hash + 1 < address.size()) || link.first_child().is("code") ||
         link.parent().is("code");
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    const std::string_view name = link.name;
    if (name.empty()) continue;
    if (!only_signs(name) || is_entry(link.element)) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "signs",
                        .element = link.element,
                        .values = {{"text", shown(name)}, {"target", shown(link.href)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_punctuation_only = define({
    .id = "wcag/link-punctuation-only",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.9"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
