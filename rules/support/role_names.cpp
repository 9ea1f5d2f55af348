#include "rules/support/role_names.h"

#include <string>

#include "rules/support/content.h"

namespace veedor::rules {
namespace {

// HTML takes an <option> without text for the choice of nothing.
bool may_be_empty(html::Element element) { return element.is("option"); }

}  // namespace

Verdicts fail_nameless(const facts::Page& page, std::initializer_list<std::string_view> roles,
                       std::string_view key) {
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  bool passed = false;
  for (std::string_view role : roles) {
    for (html::Element element : tree.with_role(role)) {
      if (may_be_empty(element)) continue;
      const bool named = !tree.name(element).empty();
      if ((named && passed) || tree.is_excluded(element)) continue;
      if (named) {
        passed = true;
      } else if (!unread || !class_says_hidden(element)) {
        verdicts.push_back({.outcome = Outcome::failed,
                            .message = key,
                            .element = element,
                            .values = {{"element", shown_tag(element)}, {"role", std::string(role)}}});
      }
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace veedor::rules
