#include "rules/support/visible_text.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"
#include "scanner/text/words.h"

namespace veedor::rules {
namespace {

using text::kMaxWordsText;

constexpr int kMaxNodes = 500;  // looked at within one control

bool is_inline(const css::Style& style) {
  const std::string_view display = style.display();
  return display == "inline" || display == "contents" || display == "ruby";
}

bool shows_text(html::Element element, const a11y::Tree& tree) {
  if (!element.in_html_namespace()) return false;  // letters of a drawing are a picture
  const css::Style& style = tree.styles().of(element);
  return tree.is_in_sight(element) && style.font_size() > 0 &&
         style[css::Property::text_indent].number() > -900 &&
         !is_icon_font(style[css::Property::font_family].text());
}

}  // namespace

std::string visible_text(html::Element element, const a11y::Tree& tree) {
  std::string out;
  html::Element shown_in;  // that the last text stood in, so that neighbours are not judged again
  bool shown = false;
  int seen = 0;
  for (html::Node node = element.first_child_node(); node && seen < kMaxNodes && out.size() < kMaxWordsText;
       node = node.next_in(element), ++seen) {
    if (!node.is_text()) {
      const html::Element inner = node.element();
      if (inner.is("br") || !is_inline(tree.styles().of(inner))) out += ' ';
      continue;
    }
    if (node.parent() != shown_in) {
      shown_in = node.parent();
      shown = shows_text(shown_in, tree);
    }
    if (!shown) continue;
    out += node.text().substr(0, kMaxWordsText);
    // Behind the last text of a block a new line begins.
    if (shown_in != element && !is_inline(tree.styles().of(shown_in))) out += ' ';
  }
  return out;
}

bool is_icon_font(std::string_view font_family) {
  constexpr auto kSigns =
      std::to_array<std::string_view>({"awesome", "dashicons", "dingbat", "fontello", "glyph", "icomoon",
                                       "icon", "material symbols", "symbol", "wingdings", "webdings"});
  const std::string family = ascii_lower(font_family.substr(0, font_family.find(',')));
  return std::ranges::any_of(kSigns,
                             [&](std::string_view sign) { return family.find(sign) != std::string::npos; });
}

}  // namespace veedor::rules
