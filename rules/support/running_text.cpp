#include "rules/support/running_text.h"

#include <span>
#include <string_view>

#include "rules/support/page_texts.h"
#include "rules/support/used_styles.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kEnough = 6;    // letters of a block outside of its links: two short words
constexpr std::size_t kMaxRead = 64;  // bytes of a text that are looked at

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
  explicit Finder(const facts::Page& page)
      : texts_(page.shared<PageTexts>().all()),
        used_(page.shared<UsedStyles>()),
        inline_boxes_(
            used_.asked([](const css::Style& style) { return style.display().starts_with("inline"); })),
        places_(page.document().element_count()),
        blocks_(page.document().element_count()) {
    inline_boxes_.resize(used_.all().size());
    for (html::Element menu : page.tree().with_role("navigation")) places_[menu.index()].in_menu = true;
  }

  void run(const std::function<void(const LinkInText&)>& visit) {
    find_links();
    if (links_.empty()) return;
    for (const PageText& text : texts_) count(text);
    html::Element last;
    for (const PageText* text : links_) {
      const Place& place = places_[text->element.index()];
      const Block& block = blocks_[place.block.index()];
      if (place.link == last || block.letters < kEnough || block.around == nullptr ||
          letters_of(text->words) == 0)
        continue;
      last = place.link;
      visit({place.link, text->element, place.block, block.around});
    }
  }

 private:
  struct Block {
    bool has_links = false;
    std::uint32_t letters = 0;  // outside of links; no more are counted than are asked for
    const css::Style* around = nullptr;
  };

  void find_links() {
    for (const PageText& text : texts_) {
      const Place& place = place_of(text.element);
      if (!place.link || place.in_menu || !place.block) continue;
      blocks_[place.block.index()].has_links = true;
      links_.push_back(&text);
    }
  }

  void count(const PageText& text) {
    const Place& place = places_[text.element.index()];
    if (place.link || !place.block) return;
    Block& block = blocks_[place.block.index()];
    if (!block.has_links || (block.letters >= kEnough && block.around != nullptr)) return;
    const std::size_t letters = letters_of(text.words);
    block.letters += static_cast<std::uint32_t>(letters);
    if (letters > 1 && block.around == nullptr) block.around = used_.all()[text.style];
  }

  // Menus, and code, where colours mean other things.
  static bool is_no_prose(std::string_view tag) {
    return tag == "nav" || tag == "pre" || tag == "code" || tag == "dt";
  }

  const Place& place_of(html::Element element) {
    if (places_[element.index()].known) return places_[element.index()];
    path_.clear();
    for (html::Element up = element; up && !places_[up.index()].known; up = up.parent()) path_.push_back(up);
    for (auto down = path_.rbegin(); down != path_.rend(); ++down) {
      const html::Element parent = down->parent();
      const bool is_menu = places_[down->index()].in_menu;
      Place place = parent ? places_[parent.index()] : Place();
      place.known = true;
      if (inline_boxes_[used_.number(*down)] == 0) {
        place.block = *down;
        place.link = {};  // a block within a link is no sentence with a link in it
      }
      const std::string_view tag = down->tag();
      if (tag == "a" && down->has("href")) place.link = *down;
      if (is_menu || is_no_prose(tag)) place.in_menu = true;
      places_[down->index()] = place;
    }
    return places_[element.index()];
  }

  std::span<const PageText> texts_;
  const UsedStyles& used_;
  std::vector<char> inline_boxes_;      // by UsedStyles::number()
  std::vector<Place> places_;           // by Element::index()
  std::vector<Block> blocks_;           // likewise
  std::vector<const PageText*> links_;  // texts in links
  std::vector<html::Element> path_;     // scratch
};

}  // namespace

void for_each_link_in_text(const facts::Page& page, const std::function<void(const LinkInText&)>& visit) {
  if (page.document().all("a").empty()) return;
  Finder(page).run(visit);
}

}  // namespace veedor::rules
