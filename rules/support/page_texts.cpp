#include "rules/support/page_texts.h"

#include "rules/support/used_styles.h"

namespace veedor::rules {

PageTexts::PageTexts(const facts::Page& page) {
  const auto& used = page.shared<UsedStyles>();
  const auto texts = page.tree().texts_in_sight();
  texts_.reserve(texts.size());
  for (const a11y::Tree::Text& text : texts)
    texts_.push_back({.words = text.node.text(),
                      .element = text.element,
                      .node = text.node,
                      .style = used.number(text.element)});
}

}  // namespace veedor::rules
