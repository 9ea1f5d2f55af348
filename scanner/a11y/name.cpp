// The public face of the name computation.
#include "scanner/a11y/name.h"

#include "scanner/a11y/name_walk.h"

namespace veedor::a11y {

Names::Names(const html::Document& document) : walk_(std::make_unique<Walk>(document)) {}

Names::~Names() = default;

std::string Names::of(html::Element element) { return walk_->name(element); }

std::string accessible_name(html::Element element, const html::Document& document) {
  return Names(document).of(element);
}

}  // namespace veedor::a11y
