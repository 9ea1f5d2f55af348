#include "rules/support/inherited_text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxName = 400;      // of one element: a label
constexpr std::size_t kMaxSteps = 20'000;  // nodes without any text

void append(std::string_view text, std::string& out) {
  if (trim(text).empty()) return;
  if (!out.empty()) out += " \n";
  out += text;
}

// What the attributes of an element say, read in one go: most elements have none of these.
struct Attributes {
  explicit Attributes(html::Element element) {
    for (std::size_t i = 0; i < element.attribute_count(); ++i) {
      const html::Attribute attribute = element.attribute_at(i);
      const std::string_view name = attribute.name;
      if (name == "title") titled = named = true;
      if (name == "alt" || name == "aria-label" || name == "aria-labelledby" || name == "placeholder")
        named = true;
      if (name == "lang" && !trim(attribute.value).empty()) has_language = true;
      if (name == "translate" && attribute.value == "no") beyond_language = true;
    }
  }

  bool named = false;  // by the author, not by what stands in the element and is read anyway
  bool titled = false;
  bool has_language = false;
  bool beyond_language = false;
};

void append_name(html::Element element, const Attributes& attributes, const a11y::Tree& tree,
                 std::string& out) {
  if (!attributes.named || tree.is_excluded(element)) return;
  const a11y::NameSource source = tree.name_source(element);
  if (source != a11y::NameSource::content && source != a11y::NameSource::none)
    append(tree.name(element).substr(0, kMaxName), out);
  if (attributes.titled) append(tree.description(element).substr(0, kMaxName), out);
}

// A page within the page has its language from outside unless it says otherwise (ACT).
void append_inner_page(html::Element frame, std::size_t max_bytes, std::string& out) {
  const std::string source(frame.attribute_or("srcdoc", "").substr(0, 2 * max_bytes));
  if (trim(source).empty() || !is_valid_utf8(source)) return;
  const auto page = html::Document::parse(source);
  if (!page || page->root().has("lang")) return;
  const html::Element root = page->root();
  html::Node node = root.first_child_node();
  while (node && out.size() < max_bytes) {
    if (node.is_text()) append(node.text(), out);
    const html::Element inner = node.element();
    const bool apart = inner && (inner.has("lang") || inner.has("hidden") || is_beyond_language(inner));
    node = apart ? node.next_in_skipping_children(root) : node.next_in(root);
  }
}

bool is_perceived(html::Element element, const a11y::Tree& tree) {
  return !tree.is_excluded(element) || tree.is_in_sight(element);
}

bool is_tag_beyond_language(std::string_view tag) {
  constexpr std::string_view kFirst = "ckmnpstv";
  if (tag.size() < 3 || kFirst.find(tag[0]) == std::string_view::npos) return false;
  constexpr auto kTags = std::to_array<std::string_view>(
      {"code", "kbd", "math", "noscript", "pre", "samp", "script", "style", "svg", "textarea", "var"});
  return std::ranges::binary_search(kTags, tag);
}

}  // namespace

bool is_named_in_attributes(html::Element element) { return Attributes(element).named; }

bool is_beyond_language(html::Element element) {
  return is_tag_beyond_language(element.tag()) || element.attribute_or("translate", "") == "no";
}

std::string inherited_text(html::Element owner, const a11y::Tree& tree, std::size_t max_bytes) {
  std::string out;
  append_name(owner, Attributes(owner), tree, out);
  html::Element parent;  // the last one asked about
  bool perceived = false;
  html::Node node = owner.first_child_node();
  for (std::size_t steps = 0; node && out.size() < max_bytes && steps < kMaxSteps; ++steps) {
    if (node.is_text()) {
      if (node.parent() != parent) {
        parent = node.parent();
        perceived = is_perceived(parent, tree);
      }
      if (perceived) append(node.text().substr(0, max_bytes), out);
      node = node.next_in(owner);
      continue;
    }
    const html::Element inner = node.element();
    const Attributes attributes(inner);
    const bool apart = attributes.has_language || attributes.beyond_language ||
                       is_tag_beyond_language(inner.tag()) || !tree.is_rendered(inner);
    if (!apart) append_name(inner, attributes, tree, out);
    if (!apart && inner.is("iframe")) append_inner_page(inner, max_bytes, out);
    node = apart ? node.next_in_skipping_children(owner) : node.next_in(owner);
  }
  return out;
}

}  // namespace veedor::rules
