// The accessibility tree of one document on its computed styles: roles, names, descriptions, what is hidden
// and what takes focus (ARIA 1.2 and 1.3, HTML-AAM 1.0, SVG-AAM 1.0, accname 1.2).
//
// Everything is computed when first asked for and kept; asking for every element of a page costs linear time.
// Walks are over the flat tree: shadow trees and slots are seen through. Bounds: one name reads at most 256
// levels and 16 KB of text, of role="" the first 1024 bytes count.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "scanner/css/cascade/styles.h"
#include "scanner/html/document.h"

namespace veedor::a11y {

// Where a name comes from: the step of accname 1.2 §4.3.2 that gave it.
enum class NameSource : unsigned char {
  none,
  labelledby,  // 2B
  aria_label,  // 2D
  native,      // 2E: alt, label, legend, caption, value of a button …
  content,     // 2F
  title,       // 2I
  placeholder,
};

class TreeState;

class Tree {
 public:
  // The styles and their document must outlive the tree. Cheap to make; not for two threads.
  explicit Tree(const css::Styles& styles);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  const css::Styles& styles() const;
  const html::Document& document() const;

  // The computed role; "" for none ("generic"), "none" for presentational ones, "img" for both of its
  // spellings. What browsers do where authors err: a presentational role yields to focus and to global ARIA
  // attributes, region and form need a name, and a listitem its list.
  std::string_view role(html::Element element) const;
  // The elements of the document, shadow trees left out, whose role() is this one, in document order; hidden
  // and excluded ones, too.
  std::span<const html::Element> with_role(std::string_view role) const;
  // Without role="", but in its context: parts of a presentational table are "none".
  std::string_view implicit_role(html::Element element) const;
  // The token of role="" that counts after conflicts are resolved, spelt as in role() but for "generic";
  // "" where none does.
  std::string_view explicit_role(html::Element element) const;

  // White space collapsed, "" for none; views live as long as the tree. As browsers do, a role that prohibits
  // names has one where the author wrote it (<div aria-label>). What is hidden is named as if it were not.
  // Default names: "Submit" and "Reset" for such buttons without value; none for an image button, whose
  // default says nothing.
  std::string_view name(html::Element element) const;
  NameSource name_source(html::Element element) const;
  // aria-describedby, aria-description, what HTML-AAM and SVG-AAM add, or the title that is not the name.
  std::string_view description(html::Element element) const;

  // Generates a box or has display:contents: no display:none on it or around it, not in closed <details>, not
  // the fallback of a media element. An <area> is where an image uses its map.
  bool is_rendered(html::Element element) const;
  // Not rendered, or visibility hidden or collapse.
  bool is_hidden(html::Element element) const;
  // Rendered, visible and where an eye can find it: not clipped away, moved off the page, shrunk to nothing
  // or transparent, itself or by an ancestor ("visible" of ACT, as far as styles without a layout tell).
  bool is_in_sight(html::Element element) const;
  // The texts that are in sight, white space alone left out, in document order, shadow trees left out.
  struct Text {
    html::Element element;  // that it stands in
    html::Node node;
  };
  std::span<const Text> texts_in_sight() const;
  // Not in the accessibility tree: hidden, inert, or aria-hidden="true", itself or by an ancestor.
  bool is_excluded(html::Element element) const;

  // HTML Standard §6.6.2: takes focus, is rendered, visible and not inert. aria-hidden has no say.
  bool is_focusable(html::Element element) const;
  // And reached with the Tab key. Scrolling areas are not counted.
  bool is_tabbable(html::Element element) const;

  // What it is a child of for assistive technology: the element that owns it by aria-owns, or its parent in
  // the flat tree. Generic and presentational elements are in the chain, too. Null at the top.
  html::Element parent(html::Element element) const;
  // The nearest around it that is neither generic nor presentational: where a required context is looked for.
  html::Element context(html::Element element) const;
  // The elements that it owns by aria-owns, in order.
  std::span<const html::Element> owned(html::Element element) const;

 private:
  std::unique_ptr<TreeState> state_;
};

}  // namespace veedor::a11y
