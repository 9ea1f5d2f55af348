// From gumbo's tree to the arrays that the views read (node_data.h).
#pragma once

#include "scanner/html/document_tree.h"

struct GumboInternalNode;

namespace veedor::html {

// Fills the nodes, start tags and elements of `tree` and its table of attributes, from gumbo's document node,
// of which nothing is needed afterwards. Left out are comments and the contents of <template>; declarative
// shadow roots become trees of their own. Does not recurse. False when the memory budget is spent.
bool build_tree(const GumboInternalNode& document, DocumentTree& tree);

}  // namespace veedor::html
