// Running text as readers meet it: the texts of one block that follow each other, of those whose style a rule
// is about.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/rule.h"
#include "scanner/css/cascade/style.h"

namespace veedor::rules {

struct Passage {
  html::Element element;  // that its first text stands in
  html::Element block;    // that holds it all
  html::Node first;
  std::size_t characters = 0;  // of each text the first 400 count
};

using AsksStyle = bool (*)(const css::Style& style);

// The texts in sight whose style `asks`, code left out, in document order: those of at least that many
// characters. Costs next to nothing where no style asks.
std::vector<Passage> passages(const facts::Page& page, AsksStyle asks, std::size_t least);

// The beginning of it, to show.
std::string shown_beginning(const Passage& passage);

// Failed, with that message and {text}, for each passage of at least that many characters; passed where there
// is other text; nothing where the page has none.
Verdicts judge_passages(const facts::Page& page, AsksStyle asks, std::size_t characters,
                        std::string_view message);

}  // namespace veedor::rules
