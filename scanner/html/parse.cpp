// Document::parse: runs gumbo inside the budget and makes its tree cheap to read.
//
// gumbo does not survive an allocator that fails, and its own destroy recurses on the depth of the tree. So
// its memory comes from an arena, the allocator leaves the parser with longjmp when the budget is spent, and
// nothing is destroyed node by node.
#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>

#include <gumbo.h>

#include "scanner/base/text.h"
#include "scanner/html/document_tree.h"

namespace veedor::html {
namespace {

struct Guard {
  Arena* arena;
  std::jmp_buf over_budget;
};

void* allocate(void* guard_pointer, std::size_t size) {
  auto* guard = static_cast<Guard*>(guard_pointer);
  void* memory = guard->arena->allocate(size);
  // NOLINTNEXTLINE(cert-err52-cpp): gumbo is C, survives no null, and knows no exceptions
  if (memory == nullptr) std::longjmp(guard->over_budget, 1);
  return memory;
}

void release(void* guard_pointer, void* memory) {
  static_cast<Guard*>(guard_pointer)->arena->release(memory);
}

// Null when over budget. Between setjmp and longjmp there are only C frames and `allocate`: no destructor is
// jumped over.
GumboOutput* parse_guarded(Arena& arena, const char* text, std::size_t length) {
  Guard guard{.arena = &arena, .over_budget = {}};
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = release;
  options.userdata = &guard;
  options.max_errors = 0;  // every error would copy the stack of open elements
  // NOLINTNEXTLINE(cert-err52-cpp): see allocate()
  if (setjmp(guard.over_budget) != 0) return nullptr;
  return gumbo_parse_with_options(&options, text, length);
}

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

// Goes once over gumbo's tree, without recursion, and leaves it so that every getter of a view is a load or
// two: comments and the contents of <template> are unlinked, parents and indexes are right, positions count
// bytes, declarative shadow roots stand beside their host's children, `original_end_tag` holds the tag's name
// (the end tag itself is of no use to us), `end_pos.offset` is the element's number in document order and the
// rest of `end_pos` is free for selector.cpp.
class Finisher {
 public:
  Finisher(std::string_view source, Arena& arena, std::vector<Element>& elements,
           std::vector<Element>& shadow_elements)
      : source_(source), arena_(arena), elements_(elements), shadow_elements_(shadow_elements) {
    find_lines();
  }

  // False when the memory budget is spent.
  bool run(GumboNode* document) {
    link_children(document, document->v.document.children);
    if (!finish_tree(document, elements_)) return false;
    for (std::size_t i = 0; i < shadow_roots_.size(); ++i) {  // grows: shadow trees may hold hosts
      GumboNode* const root = shadow_roots_[i];
      if (!finish_element(root, shadow_elements_) || !finish_tree(root, shadow_elements_)) return false;
    }
    return true;
  }

 private:
  // The descendants of `root`; shadow roots on the way are put off.
  bool finish_tree(GumboNode* root, std::vector<Element>& elements) {
    for (GumboNode* node = next(root, root); node != nullptr; node = next(node, root)) {
      if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE) continue;
      if (node->type == GUMBO_NODE_TEMPLATE)
        node->v.element.children.length = 0;  // inert: not part of the document's tree
      if (!finish_element(node, elements)) return false;
    }
    return true;
  }

  bool finish_element(GumboNode* node, std::vector<Element>& elements) {
    GumboElement& element = node->v.element;
    link_children(node, element.children);
    if (!set_name(element) || !qualify_attributes(element)) return false;
    set_position(element);
    element.end_pos.offset = static_cast<unsigned>(elements_.size() + shadow_elements_.size());
    elements.emplace_back(node);
    return true;
  }

  void link_children(GumboNode* parent, GumboVector& children) {
    GumboNode* shadow_root = nullptr;
    unsigned kept = 0;
    for (unsigned i = 0; i < children.length; ++i) {
      auto* child = static_cast<GumboNode*>(children.data[i]);
      if (child->type == GUMBO_NODE_COMMENT) continue;
      child->parent = parent;
      if (shadow_root == nullptr && is_shadow_root(*child) && may_host(*parent)) {
        shadow_root = child;
        continue;
      }
      child->index_within_parent = kept;
      children.data[kept++] = child;
    }
    children.length = kept;
    if (shadow_root != nullptr) attach(shadow_root, parent, children);
  }

  void attach(GumboNode* shadow_root, GumboNode* host, GumboVector& children) {
    children.data[children.length] = shadow_root;  // its own place is free: it is no child any more
    shadow_root->index_within_parent = children.length;
    set_flag(*shadow_root, kIsShadowRoot);
    set_flag(*host, kHasShadowRoot);
    shadow_roots_.push_back(shadow_root);
  }

  static void set_flag(GumboNode& node, unsigned flag) {
    const unsigned bits = flag_bits(node.parse_flags) | flag;
    std::memcpy(&node.parse_flags, &bits, sizeof bits);
  }

  // HTML Standard §13.2.6.4.4, a start tag whose tag name is "template".
  static bool is_shadow_root(const GumboNode& node) {
    if (node.type != GUMBO_NODE_TEMPLATE) return false;
    const GumboAttribute* mode = gumbo_get_attribute(&node.v.element.attributes, "shadowrootmode");
    return mode != nullptr && (ascii_iequals(mode->value, "open") || ascii_iequals(mode->value, "closed"));
  }

  // DOM §4.8, "attach a shadow root": these elements and autonomous custom ones.
  static bool may_host(const GumboNode& node) {
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

  static const GumboVector* children_of(const GumboNode* node) {
    if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
      return &node->v.element.children;
    return nullptr;
  }

  static GumboNode* next(GumboNode* node, const GumboNode* root) {
    const GumboVector* children = children_of(node);
    if (children != nullptr && children->length > 0) return static_cast<GumboNode*>(children->data[0]);
    for (; node != root; node = node->parent) {
      const GumboVector* siblings = children_of(node->parent);
      const std::size_t index = node->index_within_parent + 1;
      if (index < siblings->length) return static_cast<GumboNode*>(siblings->data[index]);
    }
    return nullptr;
  }

  bool set_name(GumboElement& element) {
    std::string_view name = known_tag_name(element.tag);
    if (element.tag == GUMBO_TAG_UNKNOWN) {
      name = written_name(element);
      const bool plain = std::ranges::none_of(name, [](char c) { return c != ascii_lower(c) || c == '\0'; });
      if (!plain && !intern_lower(name)) return false;
    }
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG && !name.empty()) {
      const GumboStringPiece piece{name.data(), name.size()};
      if (const char* adjusted = gumbo_normalize_svg_tagname(&piece)) name = adjusted;  // "linearGradient"
    }
    element.original_end_tag = {name.data(), name.size()};
    element.end_pos = {0, 0, 0};
    return true;
  }

  // HTML Standard §13.2.5.8: upper case becomes lower case, NUL becomes U+FFFD.
  bool intern_lower(std::string_view& name) {
    std::string lower;
    for (char c : name) {
      if (c == '\0')
        lower += "\xEF\xBF\xBD";
      else
        lower += ascii_lower(c);
    }
    return intern(lower, name);
  }

  bool intern(std::string_view text, std::string_view& stored) {
    auto* copy = static_cast<char*>(arena_.allocate(text.size() + 1));
    if (copy == nullptr) return false;
    std::memcpy(copy, text.data(), text.size());
    copy[text.size()] = '\0';
    stored = {copy, text.size()};
    return true;
  }

  // gumbo splits "xlink:href" into a namespace and "href"; the DOM's getAttribute() takes the qualified name.
  bool qualify_attributes(GumboElement& element) {
    if (element.tag_namespace == GUMBO_NAMESPACE_HTML) return true;
    static constexpr std::array<std::string_view, 4> kPrefixes = {"", "xlink:", "xml:", "xmlns:"};
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      auto* attribute = static_cast<GumboAttribute*>(element.attributes.data[i]);
      const std::string_view local = attribute->name;
      if (attribute->attr_namespace == GUMBO_ATTR_NAMESPACE_NONE || local == "xmlns") continue;
      std::string_view stored;
      if (!intern(std::string(kPrefixes[attribute->attr_namespace]).append(local), stored)) return false;
      attribute->name = stored.data();
    }
    return true;
  }

  // HTML Standard §13.2.3.5: LF, CR LF and CR alone each end a line.
  void find_lines() {
    lines_.push_back(0);
    const bool has_cr = source_.find('\r') != std::string_view::npos;
    const std::string_view ends = has_cr ? "\r\n" : "\n";
    for (std::size_t at = 0;; ++at) {
      at = has_cr ? source_.find_first_of(ends, at) : source_.find('\n', at);
      if (at == std::string_view::npos) return;
      if (source_[at] == '\r' && at + 1 < source_.size() && source_[at + 1] == '\n') ++at;
      lines_.push_back(static_cast<std::uint32_t>(at + 1));
    }
  }

  void set_position(GumboElement& element) {
    if (element.original_tag.length == 0) {
      element.start_pos = {0, 0, 0};
      return;
    }
    const auto offset = static_cast<std::uint32_t>(element.original_tag.data - source_.data());
    // Elements come nearly always in the order of the source: look near the last line first.
    const bool same_line =
        lines_[line_] <= offset && (line_ + 1 == lines_.size() || offset < lines_[line_ + 1]);
    if (!same_line) {
      line_ = static_cast<std::size_t>(std::ranges::upper_bound(lines_, offset) - lines_.begin()) - 1;
    }
    element.start_pos = {static_cast<unsigned>(line_ + 1), offset - lines_[line_] + 1, offset};
  }

  std::string_view source_;
  Arena& arena_;
  std::vector<Element>& elements_;
  std::vector<Element>& shadow_elements_;
  std::vector<GumboNode*> shadow_roots_;
  std::vector<std::uint32_t> lines_;  // where each line begins
  std::size_t line_ = 0;              // of the last element placed
};

const GumboElement& gumbo_element(Element element) {
  return static_cast<const GumboNode*>(element.id())->v.element;
}

// A counting sort by tag number; unknown names come last and are sorted by name.
void index_tags(const std::vector<Element>& elements, std::vector<Element>& by_tag,
                std::vector<std::uint32_t>& begin) {
  begin.assign(GUMBO_TAG_LAST + 1, 0);
  for (Element element : elements) {
    if (element.in_html_namespace()) ++begin[gumbo_element(element).tag + 1U];
  }
  for (std::size_t tag = 1; tag < begin.size(); ++tag) begin[tag] += begin[tag - 1];
  by_tag.resize(begin.back());
  std::vector<std::uint32_t> free_place = begin;
  for (Element element : elements) {
    if (element.in_html_namespace()) by_tag[free_place[gumbo_element(element).tag]++] = element;
  }
  std::ranges::stable_sort(by_tag.begin() + begin[GUMBO_TAG_UNKNOWN], by_tag.end(), {}, &Element::tag);
}

void index_attributes(const std::vector<Element>& elements,
                      std::unordered_map<std::string_view, std::vector<Element>>& by_attribute) {
  for (Element element : elements) {
    for (std::size_t i = 0; i < element.attribute_count(); ++i)
      by_attribute[element.attribute_at(i).name].push_back(element);
  }
}

void index_ids(const std::vector<Element>& elements, std::vector<Element>& by_id) {
  std::vector<std::pair<std::string_view, Element>> ids;
  for (Element element : elements) {
    const std::string_view id = element.attribute_or("id", "");
    if (!id.empty()) ids.emplace_back(id, element);
  }
  std::ranges::stable_sort(ids, {}, [](const auto& entry) { return entry.first; });
  by_id.reserve(ids.size());
  for (const auto& entry : ids) by_id.push_back(entry.second);
}

std::vector<ShadowId> shadow_ids(const std::vector<Element>& shadow_elements) {
  std::vector<ShadowId> ids;
  Element root;
  for (Element element : shadow_elements) {
    if (element.host()) root = element;  // what follows is in its tree
    const std::string_view id = element.attribute_or("id", "");
    if (!id.empty() && element != root) ids.push_back({root.index(), id, element});
  }
  std::ranges::stable_sort(ids, {},
                           [](const ShadowId& entry) { return std::pair(entry.tree_root, entry.id); });
  return ids;
}

Error over_budget(Exhausted what) {
  return {what == Exhausted::time ? "over budget: time" : "over budget: memory"};
}

}  // namespace

Result<Document> Document::parse(std::string utf8, Budget budget) {
  if (utf8.size() > UINT32_MAX / 2)
    return over_budget(Exhausted::memory);  // gumbo's offsets are 32 bits wide
  auto tree = std::make_unique<Tree>(std::move(utf8), budget);
  GumboOutput* output = parse_guarded(tree->arena, tree->source.data(), tree->source.size());
  if (output == nullptr) return over_budget(tree->arena.exhausted());

  Finisher finisher(tree->source, tree->arena, tree->elements, tree->shadow_elements);
  if (!finisher.run(output->document)) return over_budget(tree->arena.exhausted());
  tree->root = Element(output->root);
  tree->quirks_mode = output->document->v.document.doc_type_quirks_mode == GUMBO_DOCTYPE_QUIRKS;
  tree->has_doctype = output->document->v.document.has_doctype;
  index_tags(tree->elements, tree->by_tag, tree->tag_begin);
  index_ids(tree->elements, tree->by_id);
  index_attributes(tree->elements, tree->by_attribute);
  tree->shadow_ids = shadow_ids(tree->shadow_elements);
  tree->flat = FlatTree(tree->shadow_elements);
  return Document(std::move(tree));
}

}  // namespace veedor::html
