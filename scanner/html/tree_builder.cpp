// One walk over gumbo's tree, child by child, that writes our nodes in pre-order. What outlives gumbo's
// memory is the source and what is copied into the tree's arena: decoded texts and names that the source does
// not have.
#include "scanner/html/tree_builder.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>

#include "scanner/html/gumbo_names.h"
#include "scanner/html/lines.h"

namespace veedor::html {
namespace {

static_assert(GUMBO_TAG_LAST <= std::numeric_limits<std::uint8_t>::max());
constexpr std::size_t kFewNodes = 2048;  // most pages have fewer

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

NodeData::Kind kind_of(GumboNamespaceEnum tag_namespace) {
  if (tag_namespace == GUMBO_NAMESPACE_HTML) return NodeData::Kind::html;
  return tag_namespace == GUMBO_NAMESPACE_SVG ? NodeData::Kind::svg : NodeData::Kind::mathml;
}

void set_text(NodeData& data, std::string_view text) {
  data.text = text.data();
  data.text_length = static_cast<std::uint32_t>(text.size());
}

class TreeBuilder {
 public:
  explicit TreeBuilder(DocumentTree& tree) : tree_(tree), lines_(tree.source) {
    tree_.arena.account(lines_.bytes());
  }

  bool run(const GumboNode& document) {
    const GumboVector& children = document.v.document.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const GumboNode& child = *static_cast<const GumboNode*>(children.data[i]);
      if (is_element(child)) add_tree(child);
    }
    const std::size_t in_document = tree_.start_tags.size();
    in_document_ = false;
    for (std::size_t i = 0; i < shadow_trees_.size(); ++i) {  // grows: shadow trees may hold hosts
      const auto [root, host] = shadow_trees_[i];
      const std::size_t at = tree_.nodes.size();
      add_tree(*root);
      if (out_of_memory()) return false;
      tree_.nodes[at].shadow_root = true;
      tree_.nodes[at].shadow = tree_.nodes[host].shadow = static_cast<std::uint32_t>(at - host);
    }
    place(in_document);
    return !out_of_memory();
  }

 private:
  // The children of one element, on the way through them.
  struct Level {
    const GumboVector* children;
    unsigned next;         // of `children`
    std::size_t at;        // the element's place in the tree's nodes
    std::size_t previous;  // the last child's; `at` where there is none
    bool may_host;
  };
  struct ShadowTree {
    const GumboNode* root;
    std::size_t host;  // its place in the tree's nodes
  };

  bool out_of_memory() const { return tree_.arena.exhausted() != Exhausted::nothing; }

  // An element and its descendants; shadow roots on the way are put off.
  void add_tree(const GumboNode& root) {
    add_element(root, 0);
    enter(root, tree_.nodes.size() - 1);
    while (!levels_.empty() && !out_of_memory()) {
      Level& level = levels_.back();
      if (level.next == level.children->length) {
        tree_.nodes[level.at].size = static_cast<std::uint32_t>(tree_.nodes.size() - level.at);
        levels_.pop_back();
        continue;
      }
      const GumboNode& child = *static_cast<const GumboNode*>(level.children->data[level.next++]);
      if (child.type == GUMBO_NODE_COMMENT) continue;
      if (level.may_host && is_shadow_root(child)) {
        shadow_trees_.push_back({&child, level.at});
        level.may_host = false;
        continue;
      }
      add_child(child, level);
      // A <template> is inert: what it holds is not part of the document's tree.
      if (child.type == GUMBO_NODE_ELEMENT && child.v.element.children.length > 0)
        enter(child, level.previous);
    }
  }

  void enter(const GumboNode& node, std::size_t at) {
    levels_.push_back({.children = &node.v.element.children,
                       .next = 0,
                       .at = at,
                       .previous = at,
                       .may_host = may_host(node)});
  }

  void add_child(const GumboNode& child, Level& level) {
    const std::size_t at = tree_.nodes.size();
    if (level.previous != level.at) tree_.nodes[level.previous].last = false;
    level.previous = at;
    const auto up = static_cast<std::uint32_t>(at - level.at);
    if (is_element(child)) return add_element(child, up);
    const std::string_view text = kept(child.v.text.text, child.v.text.original_text);
    NodeData& data = add(tree_.nodes);
    data.up = up;
    set_text(data, text);
  }

  void add_element(const GumboNode& node, std::uint32_t up) {
    const GumboElement& element = node.v.element;
    NodeData& data = add(tree_.nodes);
    data.up = up;
    data.index = static_cast<std::uint32_t>(tree_.start_tags.size());
    data.tag = static_cast<std::uint8_t>(element.tag);
    data.kind = kind_of(element.tag_namespace);
    const std::string_view name = tag_name(element);
    set_text(data, name.data() != nullptr ? name : copied(lower_tag_name(element)));
    add_attributes(data, element);
    const GumboStringPiece& tag = element.original_tag;
    StartTag& start_tag = add(tree_.start_tags);
    start_tag.source = {tag.data, tag.length};
    if (tag.length > 0) start_tag.position = lines_.position_of(tag.data);
  }

  // Further ones than a number of 16 bits counts are left out: no tag of a person has them.
  void add_attributes(NodeData& data, const GumboElement& element) {
    const unsigned count =
        std::min<unsigned>(element.attributes.length, std::numeric_limits<std::uint16_t>::max());
    auto* const own =
        count == 0 ? nullptr : static_cast<Attribute*>(tree_.arena.allocate(count * sizeof(Attribute)));
    if (own == nullptr) return;
    for (unsigned i = 0; i < count; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const AttributeTable::Name name = is_qualified(attribute, element)
                                            ? tree_.attributes.intern(qualified_name(attribute))
                                            : tree_.attributes.intern(attribute.name);
      if (in_document_) tree_.attributes.add(name.number, data.index);
      new (own + i) Attribute{.name = name.name, .value = kept(attribute.value, attribute.original_value)};
    }
    data.attributes = own;
    data.attribute_count = static_cast<std::uint16_t>(count);
  }

  // The same characters in the source, where they stand there, else a copy. `written` may have quotes around
  // them.
  std::string_view kept(const char* text, const GumboStringPiece& written) {
    const std::string_view decoded = text;
    const std::string_view source = tree_.source;
    const std::size_t quote = written.length == decoded.size() + 2 ? 1 : 0;
    const auto at = static_cast<std::size_t>(written.data - source.data()) + quote;
    const bool inside = written.data >= source.data() && at < source.size();
    return inside && source.substr(at, decoded.size()) == decoded ? source.substr(at, decoded.size())
                                                                  : copied(decoded);
  }

  // Empty, and the builder out of memory, where the arena refuses.
  std::string_view copied(std::string_view text) {
    auto* const copy = text.empty() ? nullptr : static_cast<char*>(tree_.arena.allocate(text.size()));
    if (copy == nullptr) return "";
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  // One more, in memory that is counted before it is taken.
  template <class T>
  T& add(std::vector<T>& all) {
    if (all.size() == all.capacity()) {
      const std::size_t more = std::max(kFewNodes, all.size());
      if (tree_.arena.account(more * sizeof(T))) all.reserve(all.size() + more);
    }
    return all.emplace_back();
  }

  // Once nothing moves any more.
  void place(std::size_t in_document) {
    tree_.elements.reserve(in_document);
    for (NodeData& node : tree_.nodes) {
      if (node.is_text()) continue;
      node.start_tag = &tree_.start_tags[node.index];
      (node.index < in_document ? tree_.elements : tree_.shadow_elements).emplace_back(&node);
    }
  }

  DocumentTree& tree_;
  Lines lines_;
  bool in_document_ = true;  // not in a shadow tree, whose elements are in no table
  std::vector<Level> levels_;
  std::vector<ShadowTree> shadow_trees_;
};

}  // namespace

bool build_tree(const GumboInternalNode& document, DocumentTree& tree) {
  return TreeBuilder(tree).run(document);
}

}  // namespace veedor::html
