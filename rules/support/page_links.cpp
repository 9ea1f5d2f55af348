#include "rules/support/page_links.h"

#include <cstddef>
#include <string>
#include <vector>

#include "rules/support/link_words.h"
#include "rules/support/plain_words.h"

namespace veedor::rules {
namespace {

class PageLinks {
 public:
  explicit PageLinks(const facts::Page& page) {
    const a11y::Tree& tree = page.tree();
    const auto all = tree.with_role("link");
    links_.reserve(all.size());
    std::vector<std::size_t> ends;  // of their words: the text that they are in still moves
    for (html::Element element : all) {
      if (tree.is_excluded(element)) continue;
      const auto href = element.attribute("href");
      links_.push_back({.element = element,
                        .name = tree.name(element),
                        .href = href.value_or(""),
                        .has_href = href.has_value()});
      append_plain_words(links_.back().name, words_);
      ends.push_back(words_.size());
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i < links_.size(); ++i) {
      Link& link = links_[i];
      link.words = std::string_view(words_).substr(begin, ends[i] - begin);
      link.vague = is_vague_link(link.element, vagueness(link.name, link.words));
      begin = ends[i];
    }
  }
  PageLinks(const PageLinks&) = delete;  // the links point into it
  PageLinks& operator=(const PageLinks&) = delete;

  std::span<const Link> links() const { return links_; }

 private:
  std::vector<Link> links_;
  std::string words_;
};

}  // namespace

std::span<const Link> links_of(const facts::Page& page) { return page.shared<PageLinks>().links(); }

}  // namespace veedor::rules
