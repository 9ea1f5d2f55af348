// What a Tree has found out so far. Shared by the files of this folder only.
//
// Three passes, each from an element's nearest ancestor that is known down to the element, so that nothing
// recurses on the depth of a page: rendering (by the flat tree), ownership (aria-owns, once for a document)
// and standing (roles, by the accessibility tree).
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/a11y/aria.h"
#include "scanner/a11y/labels.h"
#include "scanner/a11y/tree.h"
#include "scanner/html/flat_tree.h"

namespace veedor::a11y {

class TextAlternative;

// An IDREFS attribute's elements, in the tree of the element, at most `kMaxReferences`, unknown ids left out.
inline constexpr std::size_t kMaxReferences = 64;
std::vector<html::Element> referenced_elements(html::Element element, std::string_view attribute,
                                               const html::Document& document);

// Of one element; in words of scanner/a11y/tree.h.
struct Rendering {
  bool known : 1 = false;
  bool rendered : 1 = false;
  bool visible : 1 = false;
  bool inert : 1 = false;
  bool shows_children : 1 = false;
};

struct Standing {
  bool known = false;
  bool aria_hidden = false;           // itself or by an ancestor
  bool in_section = false;            // within article, aside, nav or section (HTML-AAM, "scoped to")
  bool in_main = false;               // within main
  bool name_decides = false;          // region, form or complementary, if it has a name
  std::string_view written;           // role="" in force, canonical
  std::string_view native;            // the implicit role
  std::string_view role;              // the one of the two that counts
  std::string_view around;            // the nearest role, its own included, that is neither "" nor "none"
  std::string_view around_but_group;  // the same, groups left out
  std::string_view list;              // of ul, ol and menu: its role
  std::string_view table;             // of a table and its parts: the table's role
};

struct Named {
  const char* begin = nullptr;
  std::uint32_t size = 0;
  NameSource source = NameSource::none;
  bool known = false;

  std::string_view name() const { return {begin, size}; }
};

class TreeState {
 public:
  explicit TreeState(const css::Styles& styles_of_document);
  ~TreeState();

  // tree_rendering.cpp
  const Rendering& rendering(html::Element element);
  bool hidden(html::Element element);
  bool excluded(html::Element element);
  bool focusable(html::Element element);

  // tree_owns.cpp
  html::Element parent(html::Element element);
  bool is_owned(html::Element element);
  std::span<const html::Element> owned(html::Element element);

  // tree_role.cpp. The role of sections and the like before their name is looked at: names ask for it.
  const Standing& standing(html::Element element);
  std::string_view role(html::Element element);
  std::string_view implicit_role(html::Element element);
  std::string_view explicit_role(html::Element element);
  std::span<const html::Element> with_role(std::string_view role);

  // tree_sight.cpp
  bool in_sight(html::Element element);
  std::span<const Tree::Text> texts_in_sight();

  const Named& named(html::Element element);
  std::string_view description(html::Element element);

  const css::Styles& styles;
  const html::Document& document;
  const html::FlatTree& flat;

 private:
  struct Owning {
    std::unordered_map<const void*, html::Element> owners;
    std::unordered_map<const void*, std::vector<html::Element>> owned;
  };

  // Asked again and again by the rules: one byte each.
  enum class Answer : std::uint8_t { unknown, no, yes };
  bool find_in_sight(html::Element element);

  bool renders(html::Element element, bool shown);
  bool image_uses_map(html::Element area);
  Rendering render(html::Element element, const Rendering* around);
  const Owning& owning();
  void take_owned(Owning& owning, html::Element owner, std::size_t& steps);
  Standing stand(html::Element element, const Standing& around);
  std::string_view keep(std::string text);
  TextAlternative& text_alternative();

  std::vector<Rendering> renderings_;   // by Element::index()
  std::vector<Answer> boxes_in_sight_;  // whether visible or not
  std::vector<Answer> in_sight_;
  std::vector<Answer> excluded_;
  std::optional<std::vector<Tree::Text>> texts_in_sight_;
  std::optional<std::unordered_map<std::string_view, std::vector<html::Element>>> by_role_;
  std::vector<Standing> standings_;
  std::vector<Named> names_;
  std::unordered_map<const void*, std::string_view> descriptions_;
  std::optional<Owning> owning_;
  std::optional<std::unordered_map<std::string_view, html::Element>> mapped_images_;  // by map name
  std::unique_ptr<TextAlternative> text_alternative_;
  std::deque<std::string> texts_;  // that views point into
};

}  // namespace veedor::a11y
