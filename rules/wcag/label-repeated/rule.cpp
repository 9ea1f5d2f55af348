// Two fields of one form with the same label, and nothing in sight that tells them apart.
#include "rules/rule.h"

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// A heading, a legend or a name of the group that can be seen.
bool has_visible_heading(html::Element group, const a11y::Tree& tree) {
  constexpr int kMaxNodes = 60;
  int seen = 0;
  for (html::Element inner = group.next_in(group); inner && seen < kMaxNodes;
       inner = inner.next_in(group), ++seen) {
    const bool names = inner.is("legend") || inner.is("th") || tree.role(inner) == "heading";
    if (names && tree.is_in_sight(inner) && !a11y::is_blank(inner.text())) return true;
  }
  return group.is("tr");  // rows are told apart by their cells
}

// Has a heading been written between the two?
bool is_parted(html::Element first, html::Element second, const facts::Page& page) {
  for (html::Element heading : page.tree().with_role("heading")) {
    if (heading.index() > first.index() && heading.index() < second.index() &&
        page.tree().is_in_sight(heading))
      return true;
  }
  return false;
}

bool is_told_apart(html::Element first, html::Element second, const facts::Page& page) {
  const html::Element group = group_of(second);
  if (group != group_of(first) && group && has_visible_heading(group, page.tree())) return true;
  return is_parted(first, second, page);
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  std::map<std::tuple<const void*, std::string_view, std::string>, html::Element> known;
  Verdicts verdicts;
  int compared = 0;
  for (html::Element field : form_fields(page)) {
    const html::Element form = form_of(field);
    const std::string name = phrase_of(tree.name(field));
    if ((!form && !group_of(field)) || is_choice(field) || name.empty() ||
        tree.name_source(field) == a11y::NameSource::placeholder)
      continue;
    // The same question in another kind of control ("Other", and a box for it) is another one.
    const auto [at, fresh] = known.emplace(std::tuple(form.id(), field.tag(), name), field);
    if (fresh) {
      if (verdicts.empty()) verdicts.push_back({Outcome::passed});
      continue;
    }
    if (++compared > 200 || is_told_apart(at->second, field, page)) continue;
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "repeated",
                        .element = field,
                        .values = {{"label", shown(tree.name(field), 60)},
                                   {"first", field_key(at->second)},
                                   {"second", field_key(field)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule label_repeated = define({
    .id = "wcag/label-repeated",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.6"}, .act = {"cc0f0a"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
