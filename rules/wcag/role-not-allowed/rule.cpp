// A role on an HTML element that may not have it: the element promises one thing and does another.
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "data/allowed_roles_tsv.h"
#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "rules/support/table.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

using Roles = std::vector<std::string_view>;

// Null for an element that may have any.
const Roles* allowed_on(std::string_view key) {
  static const auto table = [] {
    std::unordered_map<std::string_view, Roles> rows;
    for (const auto& row : read_table(data::allowed_roles_tsv, 2))
      rows[row[0]] = row[1] == "-" ? Roles() : split_whitespace(row[1]);
    return rows;
  }();
  const auto found = table.find(key);
  return found == table.end() ? nullptr : &found->second;
}

bool is_suggesting(html::Element input, std::string_view type) {
  return input.has("list") &&
         (type == "text" || type == "search" || type == "tel" || type == "url" || type == "email");
}

// The row of the table; "" for an element that may have any role where it stands.
std::string key_of(html::Element element, const a11y::Tree& tree) {
  const std::string tag(element.tag());
  if (tag == "a") return element.has("href") ? "a[href]" : "";
  if (tag == "area") return element.has("href") ? "area[href]" : tag;
  if (tag == "img") return tree.name(element).empty() ? tag : "img[name]";
  if (tag == "select") return tree.implicit_role(element) == "listbox" ? "select[list]" : tag;
  if (tag == "summary") return a11y::is_first_summary(element) ? tag : "";
  if (tag == "td" || tag == "th" || tag == "tr") {
    const std::string_view native = tree.implicit_role(element);
    return native.empty() || native == "none" ? "" : tag;
  }
  if (tag != "input") return tag;
  const std::string_view type = a11y::input_type(element);
  return is_suggesting(element, type) ? "input[list]" : "input[" + std::string(type) + "]";
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (html::Element element : page.document().with_attribute("role")) {
    const a11y::AriaRole* const role = written_role(element);
    if (role == nullptr || !element.in_html_namespace()) continue;
    const Roles* const allowed = allowed_on(key_of(element, tree));
    if (allowed == nullptr) continue;
    const bool right = std::ranges::find(*allowed, role->name) != allowed->end() ||
                       repeats_native_role(element, *role, tree);
    if ((right && passed) || tree.is_excluded(element)) continue;
    // What is presentational and takes the focus is decorative-exposed's.
    const bool presentational = role->name == "none" || role->name == "presentation";
    if (right || (presentational && a11y::takes_focus(element))) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = allowed->empty() ? "none" : "other",
                        .element = element,
                        .values = {{"element", shown_tag(element)},
                                   {"tag", std::string(element.tag())},
                                   {"role", std::string(role->name)},
                                   {"allowed", shorten(joined(*allowed), 160)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule role_not_allowed = define({
    .id = "wcag/role-not-allowed",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
