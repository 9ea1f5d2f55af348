// What is not rendered, and what assistive technology does not get.
#include "scanner/a11y/display.h"
#include "scanner/a11y/name.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

constexpr std::size_t kMaxWord = 64;  // bytes of aria-hidden="", which is read for every element inside

}  // namespace

bool is_hidden(html::Element element) {
  Visibility nearest = Visibility::inherited;  // the declaration closest to the element decides (CSS 2 §11.2)
  int depth = 0;
  for (html::Element up = element; up && depth < kMaxDepth; up = up.parent(), ++depth) {
    if (display(up) == Display::none) return true;
    if (nearest == Visibility::inherited) nearest = visibility(up);
  }
  return nearest == Visibility::hidden;
}

bool is_excluded(html::Element element) {
  int depth = 0;
  for (html::Element up = element; up && depth < kMaxDepth; up = up.parent(), ++depth) {
    if (ascii_iequals(trim(up.attribute_or("aria-hidden", "").substr(0, kMaxWord)), "true")) return true;
    if (up.has("inert") && up.in_html_namespace()) return true;
  }
  return is_hidden(element);
}

}  // namespace veedor::a11y
