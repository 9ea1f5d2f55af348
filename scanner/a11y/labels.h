// Which <label> elements name which control (HTML Standard §4.10.4).
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "scanner/html/document.h"

namespace veedor::a11y {

class Labels {
 public:
  // Reads every label once.
  explicit Labels(const html::Document& document);
  // In document order; valid as long as this object.
  std::span<const html::Element> of(html::Element control) const;

 private:
  std::unordered_map<const void*, std::vector<html::Element>> labels_;
};

}  // namespace veedor::a11y
