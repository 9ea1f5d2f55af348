// A page without a title: the name of its tab, of its bookmark and the first thing that a screen reader says.
#include "rules/rule.h"

#include <algorithm>

#include "rules/support/content.h"

namespace veedor::rules::wcag {
namespace {

// A script of the page itself writes the title. What scripts of other files do cannot be seen from here.
bool is_set_by_script(const html::Document& document) {
  return std::ranges::any_of(document.all("script"), [](html::Element script) {
    return !script.has("src") && script.text().find("document.title") != std::string::npos;
  });
}

Verdicts check(const facts::Page& page) {
  if (!is_html_page(page)) return {};
  const html::Document& document = page.document();
  if (!document.title().empty()) return {{Outcome::passed}};
  if (is_set_by_script(document)) return {{Outcome::cant_tell, "set-by-script"}};
  const html::Element title = document.first("title");
  if (title) return {{.outcome = Outcome::failed, .message = "empty", .element = title}};
  return {{Outcome::failed, "missing"}};
}

}  // namespace

extern constexpr Rule page_title_missing = define({
    .id = "wcag/page-title-missing",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"2.4.2"}, .act = {"2779a5"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
