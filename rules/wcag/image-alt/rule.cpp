// An image that people who cannot see it are not told about: it has no accessible name and is not marked as
// decorative.
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// An <img> that is an image to assistive technology, or another HTML element with role="img". SVG has a rule
// of its own (ACT 7d6734).
std::vector<html::Element> images_of(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  std::vector<html::Element> images;
  for (html::Element image : page.document().all("img")) {
    const std::string_view role = tree.role(image);
    if (role == "img" || role == "none") images.push_back(image);
  }
  for (html::Element element : tree.with_role("img")) {
    if (element.in_html_namespace() && !element.is("img") && element.has("role")) images.push_back(element);
  }
  std::ranges::sort(images, {}, &html::Element::index);  // in document order
  return images;
}

// ACT, "marked as decorative". Focus takes the mark away (WAI-ARIA 1.2 §5.4.5, presentational roles conflict
// resolution).
bool is_decorative(html::Element element, const a11y::Tree& tree) {
  const bool empty_alt = element.is("img") && element.attribute("alt") == "" && !element.has("role");
  const bool presentational = element.has("role") && tree.role(element) == "none";
  return (empty_alt || presentational) && !tree.is_focusable(element);
}

// Inside a button or another image, the outer element's name speaks for all (WAI-ARIA 1.2 §5.2.8, children
// presentational); <noscript> is not there for anyone whose browser runs scripts.
bool is_covered(html::Element element, const a11y::Tree& tree) {
  int depth = 0;
  for (html::Element outer = element.parent(); outer && depth < a11y::kMaxLevels;
       outer = outer.parent(), ++depth) {
    if (outer.is("noscript") || outer.is("button")) return true;
    if (!outer.has("role")) continue;
    const std::string_view role = tree.role(outer);
    if (role == "button" || role == "img" || role == "math") return true;
  }
  return false;
}

// The last part of src, by which whoever maintains the page knows the image; the tag when there is none.
std::string file_name(html::Element element) {
  std::string_view source = trim(element.attribute_or("src", ""));
  if (source.starts_with("data:")) {
    return printable(source.substr(0, std::min(source.find_first_of(";,"), std::size_t{40})));
  }
  source = source.substr(0, source.find_first_of("?#"));
  const std::string name = shorten(printable(source.substr(source.rfind('/') + 1)), 60);
  return name.empty() ? "<" + std::string(element.tag()) + ">" : name;
}

std::string_view problem(html::Element element, const a11y::Tree& tree) {
  if (!element.is("img")) return "role-without-name";
  if (tree.is_focusable(element)) return "focusable-without-name";
  return element.has("alt") ? "blank-alt" : "no-alt";
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  for (html::Element element : images_of(page)) {
    if (tree.is_excluded(element) || is_covered(element, tree)) continue;
    if (is_decorative(element, tree) || !tree.name(element).empty()) {
      verdicts.push_back({Outcome::passed});
    } else {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = problem(element, tree),
                          .element = element,
                          .values = {{"image", file_name(element)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule image_alt = define({
    .id = "wcag/image-alt",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"1.1.1"}, .act = {"23a2a8"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
