// A frame without a title: a page inside the page of which nobody says what it holds.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/a11y/implicit_role.h"
#include "scanner/a11y/name.h"
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
bool applies(html::Element frame) {
  return !has_negative_tabindex(frame) && a11y::markup_role(frame) != "none" && !is_technical(frame) &&
         !a11y::is_excluded(frame);
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
  a11y::Names names(document);
  const bool styles = has_style_sheets(document);
  Verdicts verdicts;
  for (std::string_view tag : {"iframe", "frame"}) {
    for (html::Element frame : document.all(tag)) {
      if (!applies(frame)) continue;
      if (!names.of(frame).empty()) {
        verdicts.push_back({Outcome::passed});
      } else if (!class_says_hidden(frame) || !styles) {
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
