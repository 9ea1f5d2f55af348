// An <article> that holds nothing but links: it is a navigation.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// Nothing but a list of links, and a heading.
bool is_navigation(html::Element article) {
  constexpr int kMaxNodes = 300;
  bool navigation = false;
  int seen = 0;
  for (html::Element inner = article.next_in(article); inner; inner = inner.next_in(article)) {
    if (++seen > kMaxNodes || inner.is("p") || inner.is("img") || inner.is("form") || inner.is("table") ||
        inner.is("time"))
      return false;
    navigation = navigation || inner.is("nav");
  }
  return navigation;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  int looked_at = 0;
  for (html::Element article : page.document().all("article")) {
    if (page.tree().is_excluded(article) || ++looked_at > 1000) continue;
    if (is_navigation(article)) {
      verdicts.push_back({.outcome = Outcome::failed, .message = "navigation", .element = article});
    } else if (verdicts.empty()) {
      verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule article_misused = define({
    .id = "wcag/article-misused",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
