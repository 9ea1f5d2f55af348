// One walk of the accessible name computation (accname 1.2 §4.3.2); the letters 2A … 2I are its steps.
//
// The pieces: name_walk.cpp has the steps in order, name_native.cpp what HTML gives (2E), value.cpp what
// embedded controls are worth (2C). Everything is bounded: depth, nodes and text of one name, and jumps over
// a whole document.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "scanner/a11y/labels.h"
#include "scanner/a11y/name.h"
#include "scanner/a11y/role_table.h"

namespace veedor::a11y {

class Names::Walk {
 public:
  explicit Walk(const html::Document& document);
  std::string name(html::Element root);

 private:
  // How the walk came to a node: it was asked for, it is part of some content, or a label or a reference
  // points at it.
  enum class Arrival : unsigned char { root, content, reference };
  struct Mode {
    bool referenced = false;   // within aria-labelledby, which is followed once (2B)
    bool show_hidden = false;  // the node referenced was hidden, so what is in it counts (2A)
    bool invisible =
        false;  // visibility:hidden is in force: texts are skipped, elements may show themselves again
  };

  std::string text(html::Element node, Arrival arrival, Mode mode);
  std::string steps(html::Element node, Arrival arrival, Mode mode);
  std::string references(html::Element node);                          // 2B
  std::string reference(html::Element target);                         // one of them
  std::string value(html::Element node, const Role& role, Mode mode);  // 2C
  std::string native(html::Element node, Mode mode);                   // 2E
  std::string content(html::Element node, Mode mode);                  // 2F
  void append_child(std::string& out, html::Element child, Mode mode);
  void append_owned(std::string& out, html::Element node, Mode mode);

  std::string labels(html::Element control, Mode mode);
  std::string first_child_text(html::Element node, std::string_view tag, Mode mode);
  std::string chosen_options(html::Element listbox, Mode mode);
  bool on_path(html::Element node) const;

  const html::Document& document_;
  std::optional<Labels> labels_;                             // of the document, once needed
  std::unordered_map<const void*, std::string> references_;  // texts of referenced elements
  std::size_t jumps_left_;  // nodes that may be visited more than once, by document

  // Of the name in hand:
  html::Element root_;
  std::vector<html::Element> path_;        // from the root to the node in hand
  std::size_t path_base_ = 0;              // where the reference in hand begins
  std::unordered_set<const void*> owned_;  // reached by aria-owns: not again where they stand
  std::size_t visits_ = 0;
};

// Nothing but white space, U+00A0 included.
bool is_blank(std::string_view text);

// An IDREFS attribute's elements, at most `kMaxReferences`, unknown ids left out.
std::vector<html::Element> referenced_elements(html::Element element, std::string_view attribute,
                                               const html::Document& document);

}  // namespace veedor::a11y
