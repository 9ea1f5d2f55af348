// A link to a PDF, a spreadsheet or another file that opens elsewhere, with nothing that says so.
#include "rules/rule.h"

#include "rules/support/content.h"
#include "rules/support/link_target.h"
#include "rules/support/page_links.h"
#include "rules/support/plain_words.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool names_format(std::string_view text, const FileFormat& format) {
  const std::string words = plain_words(text);
  for (std::string_view word : format.words) {
    if (has_words(words, word)) return true;
  }
  return false;
}

// The rest of the sentence, item or cell: "Record of May (PDF, 2 MB)". Headings and captions of tables may
// say it, too; a style sheet may write it by the class.
bool is_announced(html::Element link, const FileFormat& format, const a11y::Tree& tree) {
  if (names_format(tree.name(link), format) || names_format(tree.description(link), format)) return true;
  if (ascii_icontains(link.attribute_or("class", "").substr(0, 1024), format.extension)) return true;
  if (tree.styles().of(link, css::PseudoElement::after) != nullptr) return true;
  for (html::Element inner = link.first_child(); inner; inner = inner.next_sibling()) {
    if (ascii_icontains(inner.attribute_or("class", "").substr(0, 1024), format.extension)) return true;
    if (ascii_icontains(inner.attribute_or("src", "").substr(0, 1024), format.extension)) return true;
  }
  html::Element around = link.parent();
  for (int depth = 0; around && depth < 3 && !around.is("body") && !around.is("main"); ++depth) {
    if (names_format(bounded_text(around), format)) return true;
    if (around.is("p") || around.is("li") || around.is("tr")) break;
    around = around.parent();
  }
  return false;
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (const Link& link : links_of(page)) {
    const FileFormat* const format = file_format(link.href);
    if (format == nullptr || format->kind != "document" || link.name.empty()) continue;
    if (is_announced(link.element, *format, tree)) {
      passed = true;
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "format",
                        .element = link.element,
                        .values = {{"text", shown(link.name)}, {"format", std::string(format->extension)}}});
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule link_file_unannounced = define({
    .id = "wcag/link-file-unannounced",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
