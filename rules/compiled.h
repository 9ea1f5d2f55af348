// What veedor_catalog compiles from the rule folders: the generated source defines it, catalogue.cpp reads
// it.
#pragma once

#include <span>

#include "rules/catalogue.h"

namespace veedor::rules {

// Three tables of one order: sorted by id.
struct Compiled {
  std::span<const Rule* const> rules;
  std::span<const Texts> english;
  std::span<const Texts> spanish;
};
extern const Compiled compiled;

}  // namespace veedor::rules
