#include "rules/support/running_text.h"

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kEnough = 6;        // letters of a block outside of its links: two short words
constexpr std::size_t kMaxRead = 64;      // bytes of a text that are looked at

std::size_t letters_of(std::string_view text) {
  std::size_t letters = 0;
  for (char c : trim(text).substr(0, kMaxRead)) letters += is_ascii_alpha(c) || (c & 0x80) != 0 ? 1 : 0;
  return letters;
}

// What is known of an element by those around it.
struct Place {
  html::Element block;
  html::Element link;  // that it is in, or is
  bool known = false;
  bool in_menu = false;
};

class Finder {
 public:
  explicit Finder(const a11y::Tree& tree)
      : tree_(tree),
        places_(tree.document().element_count()),
        outside_(tree.document().element_count()),
        around_(tree.document().element_count()) {}

  void run(const std::function<void(const LinkInText&)>& visit) {
    for (const a11y::Tree::Text& text : tree_.texts_in_sight()) count(text);
    html::Element last;
    for (const a11y::Tree::Text& text : tree_.texts_in_sight()) {
      const Place& place = place_of(text.element);
      if (!place.link || place.link == last || place.in_menu || !place.block) continue;
      const std::size_t block = place.block.index();
      if (outside_[block] < kEnough || around_[block] == nullptr || letters_of(text.node.text()) == 0) continue;
      last = place.link;
      visit({place.link, text.element, place.block, around_[block]});
    }
  }

 private:
  void count(const a11y::Tree::Text& text) {
    const Place& place = place_of(text.element);
    if (place.link || !place.block) return;
    const std::size_t letters = letters_of(text.node.text());
    const std::size_t block = place.block.index();
    outside_[block] += letters;
    if (letters > 1 && around_[block] == nullptr) around_[block] = &tree_.styles().of(text.element);
  }

  // Menus, and code, where colours mean other things.
  bool is_no_prose(html::Element element) const {
    return element.is("nav") || element.is("pre") || element.is("code") || element.is("dt") ||
           tree_.role(element) == "navigation";
  }

  const Place& place_of(html::Element element) {
    path_.clear();
    for (html::Element up = element; up && !places_[up.index()].known; up = up.parent()) path_.push_back(up);
    for (auto down = path_.rbegin(); down != path_.rend(); ++down) {
      const html::Element parent = down->parent();
      Place place = parent ? places_[parent.index()] : Place();
      place.known = true;
      if (!tree_.styles().of(*down).display().starts_with("inline")) {
        place.block = *down;
        place.link = {};  // a block within a link is no sentence with a link in it
      }
      if (down->is("a") && down->has("href")) place.link = *down;
      if (is_no_prose(*down)) place.in_menu = true;
      places_[down->index()] = place;
    }
    return places_[element.index()];
  }

  const a11y::Tree& tree_;
  std::vector<Place> places_;                // by Element::index()
  std::vector<std::size_t> outside_;         // letters outside of links, by the block's index
  std::vector<const css::Style*> around_;    // likewise
  std::vector<html::Element> path_;          // scratch
};

}  // namespace

void for_each_link_in_text(const a11y::Tree& tree, const std::function<void(const LinkInText&)>& visit) {
  Finder(tree).run(visit);
}

}  // namespace veedor::rules
