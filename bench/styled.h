// What a page costs once it is parsed: the styles of all its elements, and their roles and names.
#pragma once

#include <memory>

#include "scanner/a11y/tree.h"
#include "scanner/css/cascade/styles.h"
#include "scanner/html/document.h"

namespace veedor::bench {

// So that no work is left out because nobody looks at its result.
struct Seen {
  std::size_t sum = 0;
  std::size_t elements = 0;
  std::size_t incomplete = 0;  // pages whose styles have gaps: their cost is not that of the whole work
};

// The page's every <link rel=stylesheet> finds `sheet`, and what that imports is missing.
inline css::SheetFinder finder_of(const std::shared_ptr<const css::Sheet>& sheet) {
  return [sheet](std::string_view, std::string_view base) { return base.empty() ? sheet : nullptr; };
}

inline void style_all(const css::Styles& styles, Seen& seen) {
  for (const html::Element element : styles.document().elements()) {
    const css::Style& style = styles.of(element);
    seen.sum += style.display().size() + static_cast<std::size_t>(style.font_size());
    ++seen.elements;
  }
  seen.incomplete += styles.gaps().empty() ? 0 : 1;
}

inline void name_all(const a11y::Tree& tree, const html::Document& document, Seen& seen) {
  for (const html::Element element : document.elements())
    seen.sum += tree.role(element).size() + tree.name(element).size();
}

}  // namespace veedor::bench
