// A page without <!doctype html>: browsers lay it out by the habits of the nineties.
#include "rules/rule.h"

#include "rules/support/content.h"

namespace veedor::rules::wcag {
namespace {

Verdicts check(const facts::Page& page) {
  if (page.response().media_type() != "text/html" || !page.document().body()) return {};
  if (page.document().has_doctype()) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed, .message = "missing"}};
}

}  // namespace

extern constexpr Rule doctype_missing = define({
    .id = "wcag/doctype-missing",
    .severity = Severity::info,
    .confidence = Confidence::high,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
