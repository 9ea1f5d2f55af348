// A link to a place on this page that the page does not have: nothing happens.
#include "rules/rule.h"

#include <unordered_set>

#include "rules/support/content.h"
#include "rules/support/link_target.h"
#include "rules/support/link_words.h"
#include "rules/support/page_links.h"
#include "rules/support/plain_words.h"

namespace veedor::rules::wcag {
namespace {

// HTML Standard §7.4.6.3: an id, or the name of an <a>.
class Places {
 public:
  explicit Places(const html::Document& document) : document_(document) {
    for (html::Element element : document.with_attribute("name")) {
      if (element.is("a")) names_.insert(element.attribute_or("name", ""));
    }
  }
  bool contains(const std::string& place) const { return document_.by_id(place) || names_.contains(place); }

 private:
  const html::Document& document_;
  std::unordered_set<std::string_view> names_;
};

// A script answers it, and opens something that may be made only then.
bool is_scripted(html::Element link) {
  for (std::string_view attribute : {"onclick", "aria-controls", "aria-expanded", "aria-haspopup",
                                     "data-toggle", "data-bs-toggle", "data-target", "rel"}) {
    if (link.has(attribute)) return true;
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  const Places places(page.document());
  const bool shadow = !page.document().shadow_elements().empty();
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    const std::string place = place_on_page(link.href, page);
    if (place.empty() || has_phrase(link.words, LinkPhrase::skip)) continue;
    if (places.contains(place)) {
      passed = true;
    } else if (!is_scripted(link.element) && !shadow) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "missing",
                          .element = link.element,
                          .values = {{"text", shown(link.name)}, {"place", shown(place)}}});
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_broken_anchor = define({
    .id = "wcag/link-broken-anchor",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
