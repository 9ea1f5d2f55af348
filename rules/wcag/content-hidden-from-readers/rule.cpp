// Text that was meant for screen readers and is hidden from them, too.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "rules/support/content.h"
#include "rules/support/inline_script.h"
#include "rules/support/text_extent.h"
#include "rules/support/used_styles.h"
#include "scanner/base/text.h"
#include "scanner/css/value/property.h"

namespace veedor::rules::wcag {
namespace {

constexpr int kMaxNodes = 20;  // looked at within a link

// How style libraries call what only screen readers are to find.
constexpr auto kForReaders = std::to_array<std::string_view>({
    "a11y-only",
    "assistive-text",
    "element-invisible",
    "hidden-visually",
    "invisible-text",
    "offscreen",
    "only-sr",
    "screen-reader",
    "screen-reader-only",
    "screen-reader-text",
    "screenreader",
    "screenreader-only",
    "show-for-sr",
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
});
static_assert(std::ranges::is_sorted(kForReaders));

bool is_for_readers(html::Element element) {
  const std::string_view classes = element.attribute_or("class", "").substr(0, 1000);
  // Each of those names has one of these in it, and few others do.
  if (!contains_any(classes, {"sr", "hidden", "reader", "visible", "offscreen", "assist", "a11y"}))
    return false;
  for (std::string_view token : split_whitespace(classes)) {
    if (std::ranges::binary_search(kForReaders, token)) return true;
  }
  return false;
}

// Itself, and not only with what is around it.
bool hides_itself(html::Element element, const css::Styles& styles) {
  const css::Style& style = styles.of(element);
  const css::Style& around = styles.of(element.parent());
  return (style.not_rendered() && !around.not_rendered()) || (!style.visible() && around.visible());
}

// By style alone: hidden="", <template> and scripts say that it is for nobody yet.
bool is_written_away(html::Element element) {
  return !element.has("hidden") && !element.is("script") && !element.is("style") && !element.is("template") &&
         !element.is("noscript") && element.attribute_or("aria-hidden", "") != "true";
}

bool has_letters(std::string_view text) { return characters(text.substr(0, 400), 4) >= 4; }

Verdict question(html::Element element, std::string_view message) {
  return {.outcome = Outcome::cant_tell,
          .message = message,
          .element = element,
          .values = {{"text", shown(beginning_of(element), 60)}, {"element", shown_tag(element)}}};
}

void check_classes(const facts::Page& page, Verdicts& verdicts) {
  bool passed = false;
  for (html::Element element : page.document().with_attribute("class")) {
    if (!is_for_readers(element) || !element.parent() || !is_written_away(element)) continue;
    const html::Element parent = element.parent();
    if (page.tree().is_hidden(parent)) continue;
    if (!hides_itself(element, page.styles())) {
      passed = true;
    } else if (has_letters(beginning_of(element))) {
      verdicts.push_back(question(element, "class"));
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
}

// "Read more <span style="display:none"> about the results</span>": the visible words end where it begins.
html::Element hidden_rest(html::Element link, const css::Styles& styles) {
  bool words = false;
  char last = '\0';
  int seen = 0;
  for (html::Node node = link.first_child_node(); node && seen < kMaxNodes; ++seen) {
    const html::Element inner = node.element();
    if (inner && hides_itself(inner, styles)) {
      const std::string text = beginning_of(inner);
      const bool goes_on = is_ascii_whitespace(last) || (!text.empty() && is_ascii_whitespace(text.front()));
      const bool written = is_written_away(inner) && (inner.is("span") || inner.is("em") || inner.is("b") ||
                                                      inner.is("strong") || inner.is("small"));
      if (words && goes_on && written && !is_for_readers(inner) && has_letters(text)) return inner;
      node = node.next_in_skipping_children(link);
      continue;
    }
    if (node.is_text() && !node.text().empty()) {
      words = words || has_letters(node.text());
      last = node.text().back();
    }
    node = node.next_in(link);
  }
  return {};
}

bool hides(const css::Style& style) { return style.not_rendered() || !style.visible(); }

// In document order, those that something hidden stands in, near enough for hidden_rest().
std::vector<html::Element> links_with_hidden(const facts::Page& page) {
  std::vector<html::Element> links;
  for (html::Element hidden : page.shared<UsedStyles>().elements_with(hides)) {
    int level = 0;
    html::Element up = hidden.parent();
    while (up && !up.is("a") && ++level < kMaxNodes) up = up.parent();
    if (up.is("a") && up.has("href")) links.push_back(up);
  }
  std::ranges::sort(links, {}, &html::Element::index);
  links.erase(std::unique(links.begin(), links.end()), links.end());
  return links;
}

void check_links(const facts::Page& page, Verdicts& verdicts) {
  for (html::Element link : links_with_hidden(page)) {
    if (!page.tree().is_in_sight(link)) continue;
    if (const html::Element rest = hidden_rest(link, page.styles()))
      verdicts.push_back(question(rest, "link"));
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  check_classes(page, verdicts);
  check_links(page, verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule content_hidden_from_readers = define({
    .id = "wcag/content-hidden-from-readers",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"2.4.4", "1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
