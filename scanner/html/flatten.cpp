#include "scanner/html/flatten.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

#include <gumbo.h>

#include "scanner/base/text.h"
#include "scanner/html/lines.h"

namespace veedor::html {
namespace {

static_assert(GUMBO_TAG_LAST <= std::numeric_limits<std::uint8_t>::max());
constexpr std::size_t kSourcePerNode = 24;  // bytes: pages have fewer nodes, so that no array is moved

std::string_view known_tag_name(GumboTag tag) {
  static const auto names = [] {
    std::array<std::string_view, GUMBO_TAG_LAST> result;
    for (int i = 0; i < GUMBO_TAG_UNKNOWN; ++i) {
      result[static_cast<std::size_t>(i)] = gumbo_normalized_tagname(static_cast<GumboTag>(i));
    }
    return result;
  }();
  return names[tag];
}

// The tag's name as the author wrote it: what follows "<".
std::string_view written_name(const GumboElement& element) {
  if (element.original_tag.length < 2) return {};
  std::string_view tag(element.original_tag.data + 1, element.original_tag.length - 1);
  return tag.substr(0, tag.find_first_of("\t\n\f\r />"));
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

// HTML Standard §13.2.6.4.4, a start tag whose tag name is "template".
bool is_shadow_root(const GumboNode& node) {
  if (node.type != GUMBO_NODE_TEMPLATE) return false;
  const GumboAttribute* mode = gumbo_get_attribute(&node.v.element.attributes, "shadowrootmode");
  return mode != nullptr && (ascii_iequals(mode->value, "open") || ascii_iequals(mode->value, "closed"));
}

// DOM §4.8, "attach a shadow root": these elements and autonomous custom ones.
bool may_host(const GumboNode& node) {
  if (node.type != GUMBO_NODE_ELEMENT || node.v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return false;
  static constexpr std::array kHosts = {
      GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY, GUMBO_TAG_DIV,
      GUMBO_TAG_FOOTER,  GUMBO_TAG_H1,    GUMBO_TAG_H2,         GUMBO_TAG_H3,   GUMBO_TAG_H4,
      GUMBO_TAG_H5,      GUMBO_TAG_H6,    GUMBO_TAG_HEADER,     GUMBO_TAG_MAIN, GUMBO_TAG_NAV,
      GUMBO_TAG_P,       GUMBO_TAG_SPAN,  GUMBO_TAG_SECTION,
  };
  const GumboElement& element = node.v.element;
  if (element.tag != GUMBO_TAG_UNKNOWN) return std::ranges::find(kHosts, element.tag) != kHosts.end();
  const std::string_view name = written_name(element);
  return !name.empty() && is_ascii_alpha(name.front()) && name.find('-') != std::string_view::npos;
}

NodeData::Kind kind_of(GumboNamespaceEnum tag_namespace) {
  if (tag_namespace == GUMBO_NAMESPACE_HTML) return NodeData::Kind::html;
  return tag_namespace == GUMBO_NAMESPACE_SVG ? NodeData::Kind::svg : NodeData::Kind::mathml;
}

void set_text(NodeData& data, std::string_view text) {
  data.text = text.data();
  data.text_length = static_cast<std::uint32_t>(text.size());
}

class Flattener {
 public:
  explicit Flattener(DocumentTree& tree) : tree_(tree), lines_(tree.source) {
    tree_.nodes.reserve(tree.source.size() / kSourcePerNode);
  }

  bool run(const GumboNode& document) {
    const GumboVector& children = document.v.document.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const GumboNode& child = *static_cast<const GumboNode*>(children.data[i]);
      if (is_element(child) && !add_tree(child)) return false;
    }
    const std::size_t in_document = tree_.start_tags.size();
    in_document_ = false;
    for (std::size_t i = 0; i < shadow_trees_.size(); ++i) {  // grows: shadow trees may hold hosts
      const auto [root, host] = shadow_trees_[i];
      const std::size_t at = tree_.nodes.size();
      if (!add_tree(*root)) return false;
      tree_.nodes[at].shadow_root = true;
      tree_.nodes[at].shadow = tree_.nodes[host].shadow = static_cast<std::uint32_t>(at - host);
    }
    place(in_document);
    return tree_.arena.account(tree_.nodes.capacity() * sizeof(NodeData) +
                               tree_.start_tags.capacity() * sizeof(StartTag));
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

  // An element and its descendants; shadow roots on the way are put off.
  bool add_tree(const GumboNode& root) {
    if (!add_element(root, 0)) return false;
    enter(root, tree_.nodes.size() - 1);
    while (!levels_.empty()) {
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
      if (!add_child(child, level)) return false;
      // A <template> is inert: what it holds is not part of the document's tree.
      if (child.type == GUMBO_NODE_ELEMENT && child.v.element.children.length > 0)
        enter(child, level.previous);
    }
    return true;
  }

  void enter(const GumboNode& node, std::size_t at) {
    levels_.push_back({.children = &node.v.element.children,
                       .next = 0,
                       .at = at,
                       .previous = at,
                       .may_host = may_host(node)});
  }

  bool add_child(const GumboNode& child, Level& level) {
    const std::size_t at = tree_.nodes.size();
    if (level.previous != level.at) tree_.nodes[level.previous].last = false;
    level.previous = at;
    const auto up = static_cast<std::uint32_t>(at - level.at);
    if (is_element(child)) return add_element(child, up);
    NodeData& text = tree_.nodes.emplace_back();
    text.up = up;
    set_text(text, dense(child.v.text.text, child.v.text.original_text));
    return true;
  }

  bool add_element(const GumboNode& node, std::uint32_t up) {
    const GumboElement& element = node.v.element;
    NodeData& data = tree_.nodes.emplace_back();
    data.up = up;
    data.index = static_cast<std::uint32_t>(tree_.start_tags.size());
    data.tag = static_cast<std::uint8_t>(element.tag);
    data.kind = kind_of(element.tag_namespace);
    const GumboStringPiece& tag = element.original_tag;
    const bool written = tag.length > 0;
    tree_.start_tags.push_back(
        {.source = {tag.data, tag.length}, .position = written ? lines_.position_of(tag.data) : Position{}});
    return set_name(data, element) && add_attributes(data, element);
  }

  // The same characters in the source, where they stand there: it is denser than gumbo's memory, and in the
  // order of the document. `written` may have quotes around them.
  std::string_view dense(const char* text, const GumboStringPiece& written) const {
    const std::string_view decoded = text;
    const std::string_view source = tree_.source;
    const std::size_t quote = written.length == decoded.size() + 2 ? 1 : 0;
    const auto at = static_cast<std::size_t>(written.data - source.data()) + quote;
    const bool inside = written.data >= source.data() && at < source.size();
    return inside && source.substr(at, decoded.size()) == decoded ? source.substr(at, decoded.size())
                                                                  : decoded;
  }

  bool set_name(NodeData& data, const GumboElement& element) {
    std::string_view name = known_tag_name(element.tag);
    if (element.tag == GUMBO_TAG_UNKNOWN) {
      name = written_name(element);
      const bool plain = std::ranges::none_of(name, [](char c) { return c != ascii_lower(c) || c == '\0'; });
      if (!plain && !keep(lower_name(name), name)) return false;
    }
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG && !name.empty()) {
      const GumboStringPiece piece{name.data(), name.size()};
      if (const char* adjusted = gumbo_normalize_svg_tagname(&piece)) name = adjusted;  // "linearGradient"
    }
    set_text(data, name);
    return true;
  }

  // HTML Standard §13.2.5.8: upper case becomes lower case, NUL becomes U+FFFD.
  static std::string lower_name(std::string_view name) {
    std::string lower;
    for (char c : name) {
      if (c == '\0')
        lower += "\xEF\xBF\xBD";
      else
        lower += ascii_lower(c);
    }
    return lower;
  }

  bool keep(std::string_view text, std::string_view& kept) {
    auto* copy = static_cast<char*>(tree_.arena.allocate(text.size()));
    if (copy == nullptr) return false;
    std::memcpy(copy, text.data(), text.size());
    kept = {copy, text.size()};
    return true;
  }

  // Of what one tag cannot have more than 65,535 are read.
  bool add_attributes(NodeData& data, const GumboElement& element) {
    const unsigned count =
        std::min<unsigned>(element.attributes.length, std::numeric_limits<std::uint16_t>::max());
    if (count == 0) return true;
    auto* const own = static_cast<Attribute*>(tree_.arena.allocate(count * sizeof(Attribute)));
    if (own == nullptr) return false;
    for (unsigned i = 0; i < count; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      std::string_view name = attribute.name;
      if (is_qualified(attribute, element) && !keep(qualified_name(attribute), name)) return false;
      const AttributeTable::Name known = tree_.attributes.intern(name);
      if (in_document_) tree_.attributes.add(known.number, data.index);
      new (own + i) Attribute{.name = known.name, .value = dense(attribute.value, attribute.original_value)};
    }
    data.attributes = own;
    data.attribute_count = static_cast<std::uint16_t>(count);
    return true;
  }

  // gumbo splits "xlink:href" into a namespace and "href"; the DOM's getAttribute() takes the qualified name.
  static bool is_qualified(const GumboAttribute& attribute, const GumboElement& element) {
    return element.tag_namespace != GUMBO_NAMESPACE_HTML &&
           attribute.attr_namespace != GUMBO_ATTR_NAMESPACE_NONE &&
           std::string_view(attribute.name) != "xmlns";
  }

  static std::string qualified_name(const GumboAttribute& attribute) {
    static constexpr std::array<std::string_view, 4> kPrefixes = {"", "xlink:", "xml:", "xmlns:"};
    return std::string(kPrefixes[attribute.attr_namespace]).append(attribute.name);
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

bool flatten(const GumboInternalNode& document, DocumentTree& tree) { return Flattener(tree).run(document); }

}  // namespace veedor::html
