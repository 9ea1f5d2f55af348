// One walk of the accessible name and description computation (accname 1.2 §4.3.2); the letters 2A … 2I are
// its steps.
//
// The pieces: text_alternative.cpp has the steps in order, text_content.cpp what stands inside (2F), among it
// what style sheets generate, text_native.cpp what HTML and SVG give (2E), text_value.cpp what embedded
// controls are worth (2C). Everything is bounded: depth, nodes and text of one name, and references over a
// whole document.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/a11y/aria.h"
#include "scanner/a11y/labels.h"
#include "scanner/a11y/tree_state.h"

namespace veedor::a11y {

class TextAlternative {
 public:
  explicit TextAlternative(TreeState& state);

  std::string name(html::Element root, NameSource& source);
  // `named_by`: what gave the name is not repeated.
  std::string description(html::Element root, NameSource named_by);

 private:
  // How the walk came to a node: it was asked for, it is part of some content, or a label or a reference
  // points at it.
  enum class Arrival : unsigned char { root, content, reference };
  struct Mode {
    bool referenced = false;   // within aria-labelledby or aria-describedby, which are followed once (2B)
    bool show_hidden = false;  // the node referenced was hidden, so what is in it counts (2A)
  };

  void begin(html::Element root);
  std::string text(html::Element node, Arrival arrival, Mode mode);
  std::string steps(html::Element node, Arrival arrival, Mode mode, NameSource& source);
  std::string references(html::Element node, std::string_view attribute);  // 2B
  std::string reference(html::Element target);                             // one of them
  bool named_by_content(html::Element node, const AriaRole* role);

  std::string value(html::Element node, const AriaRole& role, Mode mode);  // 2C
  std::string chosen_options(html::Element listbox, Mode mode);

  std::string native(html::Element node, Mode mode);  // 2E
  std::string labels(html::Element control, Mode mode);
  std::string first_child_text(html::Element node, std::string_view tag, Mode mode);
  std::string native_description(html::Element node, NameSource named_by);

  std::string content(html::Element node, Mode mode);  // 2F
  void append_child(std::string& out, html::Element child, Mode mode);
  void append_generated(std::string& out, html::Element node, css::PseudoElement pseudo, Mode mode);
  bool counts(html::Element child, Mode mode);  // 2A
  bool is_set_apart(html::Element element);
  bool on_path(html::Element node) const;

  TreeState& state_;
  std::optional<Labels> labels_;                             // of the document, once needed
  std::unordered_map<const void*, std::string> references_;  // texts of referenced elements
  std::size_t steps_left_;  // nodes that may be visited again for each reference to them, by document

  // Of the text in hand:
  html::Element root_;
  std::vector<html::Element> path_;  // from the root to the node in hand
  std::size_t path_base_ = 0;        // where the reference in hand begins
  std::size_t visits_ = 0;
  bool cut_off_ = false;  // a bound left something out of the text in hand
};

}  // namespace veedor::a11y
