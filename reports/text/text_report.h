// The summary on a terminal: how good, what to fix first, what was not tested.
#pragma once

#include <cstddef>
#include <string>

#include "reports/report.h"

namespace veedor::reports {

struct TextOptions {
  bool colour = false;
  bool verbose = false;     // every finding with its places
  bool quiet = false;       // one line for each site
  bool ascii = false;       // for terminals without Unicode
  std::size_t width = 100;  // columns, at least 60
};

// In the report's language. Ends in a line feed; no line is wider than `width`, and no byte of a site reaches
// the terminal as a control.
std::string write_text(const Report& report, const TextOptions& options = {});

}  // namespace veedor::reports
