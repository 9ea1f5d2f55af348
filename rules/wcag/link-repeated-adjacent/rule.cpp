// An image link and a text link side by side that lead to the same page: each is said and tabbed to twice.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/page_links.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

enum class Holds : std::uint8_t { image, text, both, neither };

Holds holds(html::Element link) {
  bool image = false;
  bool text = false;
  int seen = 0;
  for (html::Node node = link.first_child_node(); node && seen < 40; node = node.next_in(link), ++seen) {
    if (node.is_text())
      text = text || !trim(node.text()).empty();
    else
      image = image || node.element().is("img");
  }
  if (image) return text ? Holds::both : Holds::image;
  return text ? Holds::text : Holds::neither;
}

// From the end of the first to the second there is no text, and not much markup.
bool are_neighbours(html::Element first, html::Element second) {
  html::Element root = first;
  for (int depth = 0; depth < 4 && root.parent(); ++depth) root = root.parent();
  html::Element element = first.next_in_skipping_children(root);
  for (int steps = 0; element && steps < 6; element = element.next_in(root), ++steps) {
    if (element == second) return true;
  }
  return false;
}

bool text_between(html::Element first, html::Element second) {
  html::Element root = first;
  for (int depth = 0; depth < 4 && root.parent(); ++depth) root = root.parent();
  html::Node node = first.first_child_node();
  int steps = 0;
  while (node && steps++ < 60) {
    const html::Element element = node.element();
    if (element == second) return false;
    bool inside = false;
    html::Element up = node.parent();
    for (int depth = 0; up && depth < 6 && !inside; up = up.parent(), ++depth) inside = up == first;
    if (node.is_text() && !inside && !trim(node.text()).empty()) return true;
    node = node.next_in(root);
  }
  return true;
}

bool repeats(const Link& before, const Link& link, const a11y::Tree& tree) {
  const std::string_view address = trim(before.href);
  if (address.empty() || address == "#" || address != trim(link.href)) return false;
  if (before.name.empty() || link.name.empty()) return false;
  const html::Element first = before.element;
  const html::Element second = link.element;
  const Holds one = holds(first);
  const Holds two = holds(second);
  const bool pair =
      (one == Holds::image && two == Holds::text) || (one == Holds::text && two == Holds::image);
  return pair && are_neighbours(first, second) && !text_between(first, second) && tree.is_tabbable(first) &&
         tree.is_tabbable(second);
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  const Link* before = nullptr;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    if (before && repeats(*before, link, page.tree())) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "twice",
                          .element = link.element,
                          .values = {{"text", shown(link.name)}, {"target", shown(link.href)}}});
    } else if (before) {
      passed = true;
    }
    before = &link;
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_repeated_adjacent = define({
    .id = "wcag/link-repeated-adjacent",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
