// A page title that could be that of any page: "Untitled document", "index.html".
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"
#include "scanner/text/words.h"

namespace veedor::rules::wcag {
namespace {

// The main heading, if it ends with the title and begins with at least `kMore` words of its own, of which no
// welcome: then the title names the site, and the page's own subject is in the heading only.
html::Element heading_that_says_more(const std::string& title, const a11y::Tree& tree) {
  constexpr std::size_t kMore = 4;
  const auto site = text::words_of(title);
  for (html::Element heading : tree.with_role("heading")) {
    if (!heading.is("h1") || tree.is_excluded(heading)) continue;
    const auto words = text::words_of(tree.name(heading));
    if (words.size() < site.size() + kMore || words.front().starts_with("welcome") ||
        words.front().starts_with("bienvenid"))
      return {};
    return std::equal(site.rbegin(), site.rend(), words.rbegin()) ? heading : html::Element();
  }
  return {};
}

Verdicts check(const facts::Page& page) {
  if (!is_html_page(page)) return {};
  const std::string title = page.document().title();
  if (title.empty()) return {};
  const bool file = is_file_or_address(title);
  if (!file && !is_vague_title(title)) {
    const html::Element heading = heading_that_says_more(title, page.tree());
    if (!heading) return {{Outcome::passed}};
    return {{.outcome = Outcome::failed,
             .message = "site-only",
             .element = page.document().first("title"),
             .values = {{"title", shown(title, 80)}, {"heading", shown(page.tree().name(heading), 80)}}}};
  }
  return {{.outcome = Outcome::failed,
           .message = file ? "file-name" : "vague",
           .element = page.document().first("title"),
           .values = {{"title", shown(title, 80)}}}};
}

}  // namespace

extern constexpr Rule page_title_vague = define({
    .id = "wcag/page-title-vague",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.2"}, .act = {"c4a8a4"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
