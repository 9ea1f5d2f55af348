// Links with the same text that lead to different pages, told by their addresses alone.
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "rules/support/content.h"
#include "rules/support/link_words.h"
#include "rules/support/page_links.h"
#include "scanner/base/text.h"

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
    const std::string_view tag = up.tag();
    if (tag.size() == 2 && (tag == "li" || tag == "td" || tag == "th" || tag == "dd" || tag == "dt"))
      return true;
    if (tag == "article" || tag == "figure") return true;
  }
  return false;
}

bool is_number(std::string_view words) {
  return std::ranges::all_of(words, [](char c) { return is_ascii_digit(c) || c == ' '; });
}

bool applies(const Link& link, const a11y::Tree& tree, MenuSearch& menus) {
  return link.words.size() >= kMinLetters && !link.vague && !is_number(link.words) &&
         !stands_in_item(link.element) && !menus.is_in_menu(link.element) &&
         tree.description(link.element).empty();
}

struct First {
  std::string_view address;
  bool told = false;
};

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  MenuSearch menus(page.document());
  std::unordered_map<std::string_view, First> firsts;
  Verdicts verdicts;
  for (const Link& link : links_of(page)) {
    const std::string_view address = link.href;
    if (address.empty() || address.starts_with('#') || !applies(link, tree, menus)) continue;
    First& first = firsts.try_emplace(link.words, First{address}).first->second;
    const std::string_view other = first.address;
    if (first.told || other == address) continue;
    const std::string here = destination(address, page);
    const std::string there = destination(other, page);
    if (here.empty() || there.empty() || here == there) continue;
    first.told = true;
    verdicts.push_back(
        {.outcome = Outcome::failed,
         .message = "different",
         .element = link.element,
         .values = {{"text", shown(link.name)}, {"target", shown(address)}, {"other", shown(other)}}});
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
