// A control whose name does not hold the words that it shows: who says what is to be read is not understood.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/visible_text.h"
#include "scanner/base/text.h"
#include "scanner/text/words.h"

namespace veedor::rules::wcag {
namespace {

using Words = std::vector<std::string>;

// ACT 2ee8b8: the widget roles whose name may come from content.
constexpr auto kRoles = std::to_array<std::string_view>({"button", "checkbox", "gridcell", "link", "menuitem",
                                                         "menuitemcheckbox", "menuitemradio", "option",
                                                         "radio", "searchbox", "switch", "tab", "treeitem"});

// Shortened without a full stop, in English and Spanish; beside them a full stop says so ("Ave.").
constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"abr", "ago",  "apr", "aug", "av",   "ave", "dec", "dept", "dic", "dr",  "ene", "feb", "hr",
     "hrs", "info", "jan", "jul", "jun",  "km",  "mar", "min",  "mon", "mr",  "mrs", "no",  "nov",
     "num", "oct",  "sec", "sep", "sept", "sr",  "sra", "st",   "tel", "tue", "vs",  "wed"});
static_assert(std::ranges::is_sorted(kAbbreviations));

// One letter or sign stands for a picture: "X" for close.
bool is_symbol(const Words& words) {
  if (words.size() != 1) return false;
  const std::string& word = words.front();
  const bool one_letter = word.size() == 1 && is_ascii_alpha(word.front());
  return one_letter;
}

bool is_abbreviation_in(std::string_view word, std::string_view text) {
  if (std::ranges::binary_search(kAbbreviations, word)) return true;
  const std::string lower = ascii_lower(text);
  const std::size_t at = lower.find(std::string(word) + ".");
  return at != std::string::npos && word.size() > 1 && !is_ascii_digit(word.front());
}

// ACT 2ee8b8 leaves out what differs by an abbreviation only ("Ave." and "Avenue").
bool differs_by_abbreviation(const Words& label, std::string_view label_text, const Words& name,
                             std::string_view name_text) {
  if (label.size() > name.size()) return false;
  for (std::size_t start = 0; start + label.size() <= name.size(); ++start) {
    bool alike = true;
    for (std::size_t i = 0; i < label.size() && alike; ++i) {
      const std::string& a = label[i];
      const std::string& b = name[start + i];
      alike = a == b ||
              (b.starts_with(a.substr(0, 1)) && b.size() > a.size() && is_abbreviation_in(a, label_text)) ||
              (a.starts_with(b.substr(0, 1)) && a.size() > b.size() && is_abbreviation_in(b, name_text));
    }
    if (alike) return true;
  }
  return false;
}

bool applies(html::Element element, const a11y::Tree& tree) {
  return (element.has("aria-label") || element.has("aria-labelledby")) && !tree.is_excluded(element) &&
         !tree.name(element).empty();
}

void judge(html::Element element, const a11y::Tree& tree, Verdicts& verdicts) {
  const std::string text = visible_text(element, tree);
  const Words label = text::words_of(text);
  if (label.empty()) return;
  const std::string_view spoken = tree.name(element);
  const Words name = text::words_of(spoken);
  if (text::contains_run(name, label) || is_symbol(label)) {
    if (verdicts.empty()) verdicts.push_back({Outcome::passed});
    return;
  }
  const bool other_hyphens = text::contains_run(text::words_of(spoken, text::Hyphens::join),
                                                text::words_of(text, text::Hyphens::join));
  if (other_hyphens || differs_by_abbreviation(label, text, name, spoken)) return;
  verdicts.push_back({.outcome = Outcome::failed,
                      .message = "not-in-name",
                      .element = element,
                      .values = {{"label", shown(collapse_whitespace(text))}, {"name", shown(spoken)}}});
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  if (page.document().with_attribute("aria-label").empty() &&
      page.document().with_attribute("aria-labelledby").empty())
    return verdicts;
  const a11y::Tree& tree = page.tree();
  for (std::string_view role : kRoles) {
    for (html::Element element : tree.with_role(role)) {
      if (applies(element, tree)) judge(element, tree, verdicts);
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule label_not_in_name = define({
    .id = "wcag/label-not-in-name",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.wcag = {"2.5.3"}, .act = {"2ee8b8"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
