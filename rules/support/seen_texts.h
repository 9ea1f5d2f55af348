// The texts that a page shows, with the style of their letters and what is behind them: text nodes, what
// stands in form fields, hints of empty fields, text of ::before and ::after, text of drawings.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "rules/support/backdrop.h"
#include "scanner/facts/page.h"

namespace veedor::rules {

enum class TextKind : std::uint8_t { text, field, placeholder, generated, drawing };

struct SeenText {
  TextKind kind = TextKind::text;
  html::Element element;
  html::Node node;  // null where it is in no text node
  const css::Style* style = nullptr;
  const Surface* surface = nullptr;
  bool on_shapes = false;  // of a drawing: shapes may be behind it

  std::string text() const;
};

// What the contrast of a text depends on.
struct Look {
  const css::Style* style = nullptr;
  const Surface* surface = nullptr;
  bool drawing = false;
  bool operator==(const Look&) const = default;
};
struct LookHash {
  std::size_t operator()(const Look& look) const;
};
inline Look look_of(const SeenText& text) {
  return {text.style, text.surface, text.kind == TextKind::drawing};
}

// The texts in sight in the default environment on backdrops_of() the page, and the few looks that they have.
// For Page::shared().
struct SeenTexts {
  explicit SeenTexts(const facts::Page& page);
  std::vector<SeenText> all;
  std::vector<std::uint32_t> looks;  // of each text: its place in `looked`
  std::vector<SeenText> looked;      // the first text of each look
};

// Each text that is in sight in the page's default environment, in the styles of `backdrops`. `among`, by
// Element::index(), says in which elements to look; empty: in all.
void for_each_text(const facts::Page& page, const css::Styles& styles, Backdrops& backdrops,
                   const std::function<void(const SeenText&)>& visit, const std::vector<bool>& among = {});

// An <input> in which one writes.
bool is_text_field(html::Element element);
// A button whose text is its value.
bool is_button_input(html::Element element);

}  // namespace veedor::rules
