// A table of data without a name: who jumps from table to table does not hear what this one is about.
#include "rules/rule.h"

#include "rules/support/table_traits.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMinRows = 3;
constexpr std::size_t kMinColumns = 2;
constexpr int kMaxUp = 3;  // wrappers around the table

bool is_heading(html::Element element) {
  const std::string_view tag = element.tag();
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

html::Element previous(html::Element element) {
  constexpr int kMaxSiblings = 200;
  html::Element before;
  int seen = 0;
  for (html::Element other = element.parent().first_child(); other && other != element && seen < kMaxSiblings;
       other = other.next_sibling(), ++seen) {
    before = other;
  }
  return before;
}

// A heading before it or a caption of the figure around it says what it is about, too.
bool is_introduced(html::Element table) {
  html::Element up = table;
  for (int steps = 0; up && up.parent() && steps < kMaxUp; up = up.parent(), ++steps) {
    if (up.is("figure")) return true;
    const html::Element before = previous(up);
    if (before) return is_heading(before);
    if (!up.parent().is("div") && !up.parent().is("figure"))
      return false;  // the heading of a section is about all of it
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (const TableTraits& table : page.shared<Tables>().semantic) {
    const bool big = table.rows >= kMinRows && table.columns >= kMinColumns;
    if (table.headers == 0 || table.data == 0 || !big || table.arranged > 0) continue;
    const bool named = !tree.name(table.table).empty() || !table.table.attribute_or("summary", "").empty();
    passed |= named;
    if (named || is_introduced(table.table)) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "none",
                        .element = table.table,
                        .values = {{"table", table_label(table.table, tree)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule table_caption_missing = define({
    .id = "wcag/table-caption-missing",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.1"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
