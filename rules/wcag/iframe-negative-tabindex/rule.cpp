// A frame taken out of the reach of the keyboard although there is something in it to press.
#include "rules/rule.h"

#include <chrono>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/tab_order.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool is_pixel(std::string_view size) { return size == "0" || size == "1" || size == "0px" || size == "1px"; }

bool is_seen(html::Element frame, const a11y::Tree& tree) {
  const bool tiny =
      is_pixel(trim(frame.attribute_or("width", ""))) || is_pixel(trim(frame.attribute_or("height", "")));
  return !tiny && !tree.is_hidden(frame);
}

bool is_inert(html::Element frame) {
  int depth = 0;
  for (html::Element up = frame; up && depth < a11y::kMaxLevels; up = up.parent(), ++depth) {
    if (up.has("inert")) return true;
  }
  return false;
}

// What a frame with an address shows is known where it was fetched; the ones with srcdoc hold it themselves.
bool holds_something_to_press(html::Element frame, const facts::Page& page) {
  const auto inner = frame.attribute("srcdoc");
  if (!inner) {
    const facts::Resource* const resource = page.resource(trim(frame.attribute_or("src", "")));
    return resource != nullptr && resource->success() && resource->page && resource->page->has_tabbable;
  }
  constexpr html::Budget kSmall{.memory = 4U << 20, .cpu = std::chrono::milliseconds(50)};
  const auto document = html::Document::parse(std::string(*inner), kSmall);
  if (!document) return false;
  const css::Styles styles(*document, [](std::string_view, std::string_view) { return nullptr; });
  return static_cast<bool>(first_in_tab_order(document->root(), a11y::Tree(styles)));
}

constexpr int kMaxFrames = 50;  // read on one page

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  int read = 0;
  for (html::Element frame : page.document().all("iframe")) {
    if ((!frame.has("srcdoc") && !frame.has("src")) || !is_seen(frame, page.tree()) || is_inert(frame))
      continue;
    if (++read > kMaxFrames) break;
    if (!holds_something_to_press(frame, page)) continue;
    if (!has_negative_tabindex(frame)) {
      verdicts.push_back({Outcome::passed});
    } else {
      const std::string title = shown(trim(frame.attribute_or("title", "")), 60);
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "out-of-reach",
                          .element = frame,
                          .values = {{"frame", title.empty() ? "<iframe>" : title}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule iframe_negative_tabindex = define({
    .id = "wcag/iframe-negative-tabindex",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"2.1.1"}, .act = {"akn7bn"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
