// What is rendered, seen, inert and focusable.
#include <algorithm>

#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/tree_state.h"

namespace veedor::a11y {
namespace {

using css::Property;

bool is_map_area(html::Element element) { return element.is("area") && element.in_html_namespace(); }

}  // namespace

// An area has no box (the default style sheet says display:none): it is a place on an image (HTML Standard
// §4.8.14).
bool TreeState::image_uses_map(html::Element area) {
  if (!mapped_images_) {
    mapped_images_.emplace();
    for (html::Element image : document.all("img")) {
      const std::string_view reference = image.attribute_or("usemap", "");
      if (reference.size() > 1 && reference.front() == '#')
        mapped_images_->emplace(reference.substr(1), image);
    }
  }
  const html::Element map = area.ancestor("map");
  const auto image = mapped_images_->find(map.attribute_or("name", ""));
  return image != mapped_images_->end() && !hidden(image->second);
}

bool TreeState::renders(html::Element element, bool shown) {
  if (is_map_area(element)) return image_uses_map(element);
  if (!shown) return false;
  // HTML Standard §4.12.2: with scripting, noscript represents nothing.
  if (element.in_html_namespace() ? element.is("noscript") : is_never_content(element)) return false;
  return !styles.of(element).not_rendered();
}

Rendering TreeState::render(html::Element element, const Rendering* around) {
  Rendering result{.known = true};
  const html::Element parent = flat.parent(element);
  // HTML Standard §4.11.1: of closed details only the summary shows.
  const bool shut = is_closed_details(parent) && !is_first_summary(element);
  const bool root = around == nullptr && element == document.root();
  const bool shown = root || (around != nullptr && around->rendered && around->shows_children && !shut);
  result.inert =
      (around != nullptr && around->inert) || (element.has("inert") && element.in_html_namespace());
  result.rendered = renders(element, shown);
  if (!result.rendered) return result;
  const css::Style& style = styles.of(element);
  result.visible = style.visible();
  result.shows_children = !has_fallback_content(element) && !style[Property::content_visibility].is("hidden");
  return result;
}

const Rendering& TreeState::rendering(html::Element element) {
  static const Rendering nothing{.known = true};
  if (!element) return nothing;
  if (renderings_.empty()) renderings_.resize(document.element_count());
  Rendering& wanted = renderings_[element.index()];
  if (wanted.known) return wanted;
  std::vector<html::Element> path;
  html::Element up = element;
  for (; up && !renderings_[up.index()].known; up = flat.parent(up)) path.push_back(up);
  const Rendering* around = up ? &renderings_[up.index()] : nullptr;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    Rendering& place = renderings_[step->index()];
    place = render(*step, around);
    around = &place;
  }
  return wanted;
}

bool TreeState::hidden(html::Element element) {
  const Rendering& found = rendering(element);
  return !found.rendered || !found.visible;
}

bool TreeState::excluded(html::Element element) {
  if (!element) return true;
  Answer& known = excluded_[element.index()];
  if (known == Answer::unknown) {
    const bool yes = hidden(element) || rendering(element).inert || standing(element).aria_hidden;
    known = yes ? Answer::yes : Answer::no;
  }
  return known == Answer::yes;
}

bool TreeState::focusable(html::Element element) {
  return takes_focus(element) && !hidden(element) && !rendering(element).inert;
}

}  // namespace veedor::a11y
