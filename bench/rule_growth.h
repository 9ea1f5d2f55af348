// How the cost of each WCAG rule grows with a page that has ever more of one thing.
#pragma once

#include <vector>

#include "bench/styled.h"
#include "rules/rule.h"
#include "scanner/facts/page.h"

namespace veedor::bench {

// The page rules under wcag/, in the order of the catalogue.
std::vector<const rules::Rule*> wcag_page_rules();

// Computes styles, also in other states and windows, and the tree, so that what follows finds them.
void warm(const facts::Page& page, Seen& seen);

// Prints, for each rule, the exponent of its growth on pages of 1,000 to 100,000 links, fields, ids, cells
// and headings, and the highest of all.
void print_rule_growth();

}  // namespace veedor::bench
