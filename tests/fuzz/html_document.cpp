// Fuzzes the document that gumbo's tree becomes: whatever the bytes, every walk over it tells the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/text.h"
#include "scanner/html/document.h"
#include "scanner/html/flat_tree.h"

namespace {

using namespace veedor;

void expect(bool holds) {
  if (!holds) std::abort();
}

// Children one by one, and what each says of its parent and of what follows it.
void look_at_children(html::Element element, std::vector<html::Node>& walk) {
  html::Element next_element = element.first_child();
  for (html::Node child = element.first_child_node(); child; child = child.next_sibling()) {
    walk.push_back(child);
    expect(child.parent() == element);
    expect(child.is_text() == !child.element());
    const html::Node behind = child.next_in_skipping_children(element);
    expect(behind == child.next_sibling());
    if (!child.element()) continue;
    expect(child.element() == next_element);
    next_element = next_element.next_sibling();
    look_at_children(child.element(), walk);
  }
  expect(!next_element);
}

// Pre-order by children and by next_in() are one.
void look_at_tree(html::Element root) {
  expect(!root.parent());
  std::vector<html::Node> walk;
  look_at_children(root, walk);
  std::size_t at = 0;
  for (html::Node node = root.first_child_node(); node; node = node.next_in(root)) {
    expect(at < walk.size() && node == walk[at]);
    ++at;
  }
  expect(at == walk.size());
}

void look_at_element(const html::Document& document, html::Element element, std::size_t& bytes) {
  bytes += element.tag().size() + element.source().size() + element.text().size();
  expect(element.synthetic() == (element.position().line == 0));
  for (std::size_t i = 0; i < element.attribute_count(); ++i) {
    const html::Attribute attribute = element.attribute_at(i);
    bytes += attribute.value.size();
    expect(element.has(attribute.name));
  }
  bytes += document.selector(element).size();
  bytes += document.flat_tree().parent(element).tag().size();
  if (const html::Element root = element.shadow_root()) expect(root.host() == element);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (!is_valid_utf8(input) || size > (16U << 10)) return 0;  // walks below recurse
  const Result<html::Document> document = html::Document::parse(std::string(input), {.memory = 4U << 20});
  if (!document) return 0;

  look_at_tree(document->root());
  std::size_t index = 0;
  std::size_t bytes = 0;
  for (html::Element element : document->elements()) {
    expect(element.index() == index++);
    look_at_element(*document, element, bytes);
  }
  for (html::Element element : document->shadow_elements()) {
    expect(element.index() == index++);
    look_at_element(*document, element, bytes);
    if (element.host()) look_at_tree(element);
  }
  expect(index == document->element_count());
  for (std::string_view name : document->attribute_names()) {
    for (html::Element element : document->with_attribute(name)) expect(element.has(name));
  }
  for (html::Element element : document->with_repeated_id()) {
    const std::string_view id = element.attribute_or("id", "");
    expect(document->by_id(id) != element && document->all_by_id(id).size() > 1);
  }
  return bytes == 0 ? 1 : 0;
}
