// A frame without a title: a page inside the page of which nobody says what it holds.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

std::string_view source(html::Element frame) {
  for (std::string_view attribute : {"src", "data-src"}) {  // data-src: loaded once it scrolls into view
    const std::string_view address = trim(frame.attribute_or(attribute, ""));
    if (!address.empty()) return address;
  }
  return "";
}

bool is_pixel(std::string_view size) { return size == "0" || size == "1" || size == "0px" || size == "1px"; }

// Nothing to see or to enter: a frame for scripts, or a counter.
bool is_technical(html::Element frame) {
  const bool without_page = source(frame).empty() && !frame.has("srcdoc");
  return without_page || source(frame) == "about:blank" ||
         (is_pixel(trim(frame.attribute_or("width", ""))) &&
          is_pixel(trim(frame.attribute_or("height", ""))));
}

// ACT cae760 leaves out what the keyboard cannot reach and what is marked as decorative.
bool applies(html::Element frame, const a11y::Tree& tree) {
  return !has_negative_tabindex(frame) && tree.role(frame) != "none" && !is_technical(frame) &&
         !tree.is_excluded(frame);
}

Verdict failure(html::Element frame) {
  const std::string address = shown(source(frame));
  const std::string name = shown(trim(frame.attribute_or("name", "")), 60);
  return {.outcome = Outcome::failed,
          .message = name.empty() ? "no-title" : "name-only",
          .element = frame,
          .values = {{"source", address.empty() ? shown_tag(frame) : address}, {"name", name}}};
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (std::string_view tag : {"iframe", "frame"}) {
    for (html::Element frame : document.all(tag)) {
      if (!applies(frame, tree)) continue;
      if (!tree.name(frame).empty()) {
        verdicts.push_back({Outcome::passed});
      } else if (!class_says_hidden(frame) || !unread) {
        verdicts.push_back(failure(frame));
      }
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule frame_title = define({
    .id = "wcag/frame-title",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"4.1.2", "2.4.1"}, .act = {"cae760"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
