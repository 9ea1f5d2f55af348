#include "scanner/facts/navigation.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "scanner/base/hash.h"
#include "scanner/base/text.h"
#include "scanner/facts/page.h"

namespace veedor::facts {
namespace {

constexpr std::size_t kMaxUrl = 200;  // longer ones are left out
constexpr std::size_t kMaxName = 80;
constexpr std::size_t kMaxText = 4096;   // bytes of a link's text that are read
constexpr std::size_t kMaxLinks = 2000;  // looked at on a page
constexpr int kMaxLevels = 64;           // looked up from a link

// What a link says: its text and the alternatives of its images.
std::string name_of(html::Element link) {
  if (const auto label = link.attribute("aria-label"); label && !trim(*label).empty())
    return shorten(collapse_whitespace(printable(label->substr(0, kMaxText))), kMaxName);
  std::string text;
  for (html::Node node = link.first_child_node(); node && text.size() < kMaxText; node = node.next_in(link)) {
    if (node.is_text()) text += node.text();
    if (node.element().is("img")) text.append(" ").append(node.element().attribute_or("alt", "")).append(" ");
  }
  return shorten(collapse_whitespace(printable(text)), kMaxName);
}

bool has_role(html::Element element, std::string_view role) {
  return ascii_iequals(trim(element.attribute_or("role", "")), role);
}

bool is_navigation(html::Element element) { return element.is("nav") || has_role(element, "navigation"); }

html::Element navigation_around(html::Element link) {
  html::Element found;
  int level = 0;
  for (html::Element up = link.parent(); up && level < kMaxLevels; up = up.parent(), ++level) {
    if (is_navigation(up)) found = up;
  }
  return found;
}

// The innermost region of the page that a link stands in; header and footer of an article are of the article.
Region region_of(html::Element link) {
  Region region = Region::elsewhere;
  int level = 0;
  for (html::Element up = link.parent(); up && level < kMaxLevels; up = up.parent(), ++level) {
    if (up.is("article") || up.is("main") || has_role(up, "main")) return Region::main;
    if (up.is("header") || has_role(up, "banner")) region = Region::header;
    if (up.is("footer") || has_role(up, "contentinfo")) region = Region::footer;
  }
  return region;
}

// Whole words that name help, in the order of the alphabet.
bool names_help(std::string_view name) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"ayuda", "ayúdanos", "contact", "contacte", "contacto", "contactos",
                                       "contáctanos", "contáctenos", "faq", "help", "soporte", "support"});
  const std::string lower = ascii_lower(name);
  const auto words = split_whitespace(lower);
  return words.size() <= 4 && std::ranges::any_of(words, [&](std::string_view word) {
           while (!word.empty() && (word.back() == ':' || word.back() == '.' || word.back() == '?'))
             word.remove_suffix(1);
           return std::ranges::find(kWords, word) != kWords.end();
         });
}

bool is_address_of_somebody(const url::Url& url) { return url.scheme() == "mailto" || url.scheme() == "tel"; }

std::string percent_decoded(std::string_view text) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    out += escape ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return out;
}

}  // namespace

std::string_view name(Region region) {
  switch (region) {
    case Region::header:
      return "header";
    case Region::main:
      return "main";
    case Region::footer:
      return "footer";
    case Region::elsewhere:
      break;
  }
  return "elsewhere";
}

Navigation navigation(const Page& page) {
  Navigation out;
  std::map<const void*, int> bars;  // the outermost navigation of a link, numbered as they come
  std::set<std::pair<int, std::string>> seen;
  std::set<std::string> seen_help;
  std::size_t looked_at = 0;
  for (html::Element link : page.document().all("a")) {
    if (!link.has("href") || ++looked_at > kMaxLinks) continue;
    const Result<url::Url> url = page.resolve(link.attribute_or("href", ""));
    if (!url) continue;
    const bool to_somebody = is_address_of_somebody(*url);
    if (!to_somebody && !url->http_or_https()) continue;
    const std::string target = to_somebody ? url->display() : url->without_fragment().display();
    if (target.size() > kMaxUrl) continue;
    const html::Element within = navigation_around(link);
    if (within && !to_somebody && out.links.size() < kMaxNavigationLinks) {
      const int bar = bars.emplace(within.id(), static_cast<int>(bars.size())).first->second;
      if (seen.emplace(bar, target).second) out.links.push_back({target, name_of(link), bar});
    }
    if (out.help.size() == kMaxHelpLinks || seen_help.contains(target)) continue;
    std::string called = name_of(link);
    if (!to_somebody && !names_help(called)) continue;
    seen_help.insert(target);
    out.help.push_back({target, std::move(called), region_of(link)});
  }
  return out;
}

std::vector<PlaceLink> place_links(const Page& page) {
  std::vector<PlaceLink> out;
  std::set<std::string> seen;
  std::size_t looked_at = 0;
  const std::string own = page.url().without_fragment().href();
  for (html::Element link : page.document().all("a")) {
    const std::string_view href = link.attribute_or("href", "");
    if (href.find('#') == std::string_view::npos || ++looked_at > kMaxLinks || out.size() == kMaxPlaceLinks)
      continue;
    const Result<url::Url> url = page.resolve(href);
    if (!url || !url->http_or_https() || url->host() != page.url().host()) continue;
    const std::string target = url->without_fragment().href();
    const std::string whole = url->href();
    if (target == own || whole.size() > kMaxUrl || whole.size() <= target.size() + 1 ||
        !seen.insert(whole).second)
      continue;
    out.push_back({url->without_fragment().display(),
                   percent_decoded(std::string_view(whole).substr(target.size() + 1)), name_of(link)});
  }
  return out;
}

std::uint32_t place_hash(std::string_view id) { return static_cast<std::uint32_t>(fnv1a(id)); }

Places places(const Page& page) {
  Places out;
  const html::Document& document = page.document();
  const auto add = [&](std::string_view id) {
    if (id.empty()) return;
    if (out.hashes.size() == kMaxPlaces) out.complete = false;
    if (out.complete) out.hashes.push_back(place_hash(id));
  };
  for (html::Element element : document.with_attribute("id")) add(element.attribute_or("id", ""));
  for (html::Element anchor : document.all("a")) add(anchor.attribute_or("name", ""));
  std::ranges::sort(out.hashes);
  const auto repeated = std::ranges::unique(out.hashes);
  out.hashes.erase(repeated.begin(), repeated.end());
  return out;
}

}  // namespace veedor::facts
