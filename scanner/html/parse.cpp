// Document::parse: runs gumbo inside the budget.
//
// gumbo does not survive an allocator that fails, and its own destroy recurses on the depth of the tree. So
// its memory comes from an arena, the allocator leaves the parser with longjmp when the budget is spent, and
// nothing is destroyed node by node.
#include <csetjmp>

#include <gumbo.h>

#include "scanner/html/document_tree.h"
#include "scanner/html/tree_builder.h"

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

Error over_budget(Exhausted what) {
  return {what == Exhausted::time ? "over budget: time" : "over budget: memory"};
}

}  // namespace

Result<Document> Document::parse(std::string utf8, Budget budget) {
  if (utf8.size() > UINT32_MAX / 2)
    return over_budget(Exhausted::memory);  // gumbo's offsets are 32 bits wide
  auto tree = std::make_unique<DocumentTree>(std::move(utf8), budget);
  Arena parser(budget);  // gumbo's own tree, for as long as ours is made: each has the budget to itself
  const GumboOutput* output = parse_guarded(parser, tree->source.data(), tree->source.size());
  if (output == nullptr) return over_budget(parser.exhausted());

  if (!build_tree(*output->document, *tree)) return over_budget(tree->arena.exhausted());
  tree->root = tree->elements.front();
  tree->quirks_mode = output->document->v.document.doc_type_quirks_mode == GUMBO_DOCTYPE_QUIRKS;
  tree->has_doctype = output->document->v.document.has_doctype;
  tree->make_indexes();
  return Document(std::move(tree));
}

}  // namespace veedor::html
