// "name@version certainty" of each component: what most tests compare.
#pragma once

#include <string>
#include <vector>

#include "scanner/facts/component.h"

namespace veedor::components {

inline std::vector<std::string> sightings(const std::vector<facts::Component>& components) {
  std::vector<std::string> lines;
  for (const facts::Component& component : components) {
    lines.push_back(component.name + "@" + component.version + " " +
                    std::string(facts::name(component.certainty)) +
                    (component.distribution ? " distribution" : ""));
  }
  return lines;
}

}  // namespace veedor::components
