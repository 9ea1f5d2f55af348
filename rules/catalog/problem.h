// What is wrong with a text, and where: "rules/wcag/image-alt/es.md:12: …", a form that editors can follow.
#pragma once

#include <string>
#include <vector>

namespace veedor::catalog {

struct Problem {
  std::string file;  // as it is shown
  int line = 0;      // from 1; 0: the file as a whole
  std::string text;
  bool operator==(const Problem&) const = default;
};
using Problems = std::vector<Problem>;

std::string describe(const Problem& problem);

}  // namespace veedor::catalog
