// Links with the same text that lead to different pages, told by their addresses alone.
#include "rules/rule.h"

#include <string>
#include <unordered_map>

#include "rules/support/content.h"
#include "rules/support/link_target.h"
#include "rules/support/link_words.h"
#include "rules/support/plain_words.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMinLetters = 4;  // shorter texts number pages and notes

// Host and path: queries, places on the page, "www." and index pages make no other destination.
std::string destination(std::string_view address, const facts::Page& page) {
  const auto target = page.resolve(address);
  if (!target || !target->http_or_https()) return "";
  std::string_view host = target->host();
  if (host.starts_with("www.")) host.remove_prefix(4);
  std::string_view path = target->path();
  const std::string_view file = path.substr(path.find_last_of('/') + 1);
  if (file.starts_with("index.")) path.remove_suffix(file.size());
  while (path.ends_with('/')) path.remove_suffix(1);
  return std::string(host).append(path);
}

// An item, a cell or a definition around it may say which of them it is.
bool stands_in_item(html::Element link) {
  int depth = 0;
  for (html::Element up = link.parent(); up && depth < 8; up = up.parent(), ++depth) {
    for (std::string_view tag : {"li", "td", "th", "dd", "dt", "article", "figure"}) {
      if (up.is(tag)) return true;
    }
  }
  return false;
}

bool applies(html::Element link, std::string_view words, const a11y::Tree& tree) {
  return words.size() >= kMinLetters && words.find_first_not_of("0123456789 ") != std::string_view::npos &&
         tree.description(link).empty() && !is_vague_link(link, tree) && !stands_in_item(link) &&
         !is_in_menu(link);
}

struct First {
  html::Element link;
  bool told = false;
};

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  std::unordered_map<std::string, First> firsts;
  Verdicts verdicts;
  for (html::Element link : links_of(page)) {
    const std::string_view address = link.attribute_or("href", "");
    const std::string words = plain_words(tree.name(link));
    if (address.empty() || address.starts_with('#') || !applies(link, words, tree)) continue;
    First& first = firsts.try_emplace(words, First{link}).first->second;
    const std::string_view other = first.link.attribute_or("href", "");
    if (first.told || other == address) continue;
    const std::string here = destination(address, page);
    const std::string there = destination(other, page);
    if (here.empty() || there.empty() || here == there) continue;
    first.told = true;
    verdicts.push_back(
        {.outcome = Outcome::failed,
         .message = "different",
         .element = link,
         .values = {{"text", shown(tree.name(link))}, {"target", shown(address)}, {"other", shown(other)}}});
  }
  if (!firsts.empty() && verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule links_same_text = define({
    .id = "wcag/links-same-text",
    .severity = Severity::info,
    .confidence = Confidence::low,
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::wcag
