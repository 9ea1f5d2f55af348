// A list without items, a menu with links in place of its entries: a role whose parts are not what it
// promises.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/support/aria_use.h"
#include "rules/support/content.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

using a11y::AriaRole;

// No node of the accessibility tree, or one that says nothing.
constexpr auto kSilent = std::to_array<std::string_view>({
    "br",
    "col",
    "colgroup",
    "noscript",
    "script",
    "style",
    "template",
    "wbr",
});

struct Parts {
  bool fitting = false;   // one that the role may own
  html::Element wrong;    // the first that it may not
  html::Element generic;  // the first without any role
  bool known = true;      // no part whose role only a script knows
};

class Look {
 public:
  Look(const AriaRole& role, const facts::Page& page)
      : role_(role), tree_(page.tree()), moves_(!page.document().with_attribute("aria-owns").empty()) {}

  Parts of(html::Element owner) {
    if (owner.shadow_root()) parts_.known = false;
    walk(owner, owner);
    for (html::Element owned : tree_.owned(owner)) {
      if (enter(owned, {})) walk(owned, owned);
    }
    return parts_;
  }

 private:
  // ARIA 1.2 §5.2.6: generics are looked through, and groups stand for what is in them.
  void walk(html::Element inside, html::Element parent) {
    html::Element inner = inside.next_in(inside);
    while (inner && parts_.known && !parts_.wrong) {
      inner = enter(inner, parent) ? inner.next_in(inside) : inner.next_in_skipping_children(inside);
    }
  }

  // Notes what it is; true where what stands inside is looked at, too.
  bool enter(html::Element inner, html::Element parent) {
    const std::string_view role = meant_role(inner, tree_);
    if (parts_.fitting && is_one_more(inner, role)) return false;
    if (std::ranges::find(kSilent, inner.tag()) != kSilent.end() || tree_.is_excluded(inner)) return false;
    if (parent && moves_ && tree_.parent(inner) != inner.parent()) return false;  // owned by another element
    if (has_unknown_role(inner) || inner.shadow_root()) {
      parts_.known = false;
      return false;
    }
    if (role.empty() || role == "none") {
      if (role.empty() && !parts_.generic) parts_.generic = inner;
      return true;
    }
    if (belongs(role)) {
      parts_.fitting = true;
      return role == "group";
    }
    if (!is_empty_drawing(inner, role) && !is_misplaced_form(inner) && !is_submenu(role))
      parts_.wrong = inner;
    return false;
  }

  // Where one fits already, the next says nothing new, even if it is hidden or owned by another element.
  bool is_one_more(html::Element inner, std::string_view role) const {
    return !role.empty() && role != "none" && role != "group" && belongs(role) && !has_unknown_role(inner) &&
           !inner.shadow_root();
  }

  // By the list of this role, or by its own: DPUB-ARIA's entries of a list are not in ARIA's lists.
  bool belongs(std::string_view role) const {
    if (std::ranges::find(role_.children, role) != role_.children.end()) return true;
    const AriaRole* const part = a11y::find_aria_role(role);
    return part != nullptr && std::ranges::find(part->parents, role_.name) != part->parents.end();
  }

  // An <svg> for decoration: browsers leave it out where it has no name (SVG-AAM §5.1.1).
  bool is_empty_drawing(html::Element inner, std::string_view role) const {
    return role == "graphics-document" && tree_.name(inner).empty();
  }

  // Beside the entry that opens it, as the ARIA Authoring Practices build menu bars.
  bool is_submenu(std::string_view role) const { return role == "menu" && role_.name.starts_with("menu"); }

  // <table><form><tr>: the parser leaves the form empty beside the rows (HTML Standard §13.2.6.4.9).
  static bool is_misplaced_form(html::Element inner) { return inner.is("form") && !inner.first_child_node(); }

  const AriaRole& role_;
  const a11y::Tree& tree_;
  bool moves_;
  Parts parts_;
};

// ACT bc4a75: what is being filled is left alone.
bool is_busy(html::Element element) {
  int depth = 0;
  for (html::Element up = element; up && depth < a11y::kMaxLevels; up = up.parent(), ++depth) {
    if (ascii_iequals(trim(up.attribute_or("aria-busy", "")), "true")) return true;
  }
  return false;
}

// HTML says what a <select> holds, and browsers let nothing else in.
bool is_native_select(html::Element element) {
  return (element.is("select") || element.is("datalist")) && explicit_role(element).empty();
}

Verdict failure(html::Element element, const AriaRole& role, const Parts& parts) {
  const html::Element part = parts.wrong ? parts.wrong : parts.generic;
  return {.outcome = Outcome::failed,
          .message = parts.wrong ? "wrong" : "none",
          .element = element,
          .values = {{"element", shown_tag(element)},
                     {"role", std::string(role.name)},
                     {"part", shown_tag(part)},
                     {"allowed", joined(role.children)}}};
}

void judge(const AriaRole& role, const facts::Page& page, Verdicts& verdicts, bool& passed) {
  const bool some_busy = !page.document().with_attribute("aria-busy").empty();
  for (html::Element element : page.tree().with_role(role.name)) {
    if (is_native_select(element) || page.tree().is_excluded(element)) continue;
    if (some_busy && is_busy(element)) continue;
    const Parts parts = Look(role, page).of(element);
    if (!parts.known) continue;
    if (parts.wrong || (parts.generic && !parts.fitting)) {
      verdicts.push_back(failure(element, role, parts));
    } else {
      passed = true;
    }
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  bool passed = false;
  for (const AriaRole& role : a11y::aria_roles()) {
    if (!role.abstract && !role.children.empty()) judge(role, page, verdicts, passed);
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule aria_children_missing = define({
    .id = "wcag/aria-children-missing",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.3.1"}, .act = {"bc4a75"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
