#include "scanner/facts/content_kinds.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "scanner/base/text.h"

namespace veedor::facts {
namespace {

constexpr std::size_t kMaxText = 100;  // of a link that may lead to the map of the site

template <std::size_t N>
bool has_any(const html::Document& document, const std::array<std::string_view, N>& tags) {
  return std::ranges::any_of(tags, [&](std::string_view tag) { return !document.all(tag).empty(); });
}

template <std::size_t N>
bool has_any_attribute(const html::Document& document, const std::array<std::string_view, N>& names) {
  return std::ranges::any_of(names,
                             [&](std::string_view name) { return !document.with_attribute(name).empty(); });
}

bool is_filled_in(std::string_view type) {
  constexpr auto kOthers = std::to_array<std::string_view>({"button", "hidden", "image", "reset", "submit"});
  return std::ranges::find(kOthers, type) == kOthers.end();
}

void add_inputs(const html::Document& document, ContentKinds& kinds) {
  for (html::Element input : document.all("input")) {
    const std::string type = ascii_lower(trim(input.attribute_or("type", "")));
    if (is_filled_in(type)) kinds.add(ContentKind::field);
    if (type == "password") kinds.add(ContentKind::password);
    if (type == "search") kinds.add(ContentKind::search);
    if (type == "image") kinds.add(ContentKind::image);
    const std::string name = ascii_lower(input.attribute_or("name", ""));
    if (name == "s" || name == "q" || name == "search" || name == "query" || name == "buscar" ||
        name == "busqueda")
      kinds.add(ContentKind::search);
  }
  for (html::Element element : document.with_attribute("role")) {
    if (ascii_iequals(trim(element.attribute_or("role", "")), "search")) kinds.add(ContentKind::search);
  }
}

bool leads_to_site_map(html::Element link) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"site map", "sitemap", "mapa del sitio", "mapa web", "mapa del web",
                                       "índice", "a-z index", "índice a-z"});
  const std::string address = ascii_lower(link.attribute_or("href", "").substr(0, kMaxText));
  if (address.find("sitemap") != std::string::npos || address.find("mapa-del-sitio") != std::string::npos ||
      address.find("mapa-web") != std::string::npos)
    return true;
  const html::Node text = link.first_child_node();
  if (!text.is_text() || text.text().size() > kMaxText) return false;
  const std::string words = ascii_lower(collapse_whitespace(text.text()));
  return std::ranges::find(kWords, words) != kWords.end();
}

bool may_be_animated(html::Element image) {
  const std::string address = ascii_lower(image.attribute_or("src", "").substr(0, 4096));
  return address.find(".gif") != std::string::npos || address.find(".webp") != std::string::npos ||
         address.find(".apng") != std::string::npos;
}

}  // namespace

ContentKinds content_kinds(const html::Document& document) {
  using Tags = std::string_view;
  ContentKinds kinds;
  if (has_any(document, std::array<Tags, 5>{"img", "picture", "canvas", "area", "embed"}) ||
      std::ranges::any_of(document.elements(), [](html::Element element) {
        return !element.in_html_namespace() && element.is("svg");
      }))
    kinds.add(ContentKind::image);
  if (has_any(document, std::array<Tags, 3>{"audio", "video", "bgsound"})) kinds.add(ContentKind::media);
  if (has_any(document, std::array<Tags, 5>{"iframe", "frame", "object", "embed", "applet"}))
    kinds.add(ContentKind::embedded);
  if (has_any(document, std::array<Tags, 2>{"select", "textarea"}) ||
      !document.with_attribute("contenteditable").empty())
    kinds.add(ContentKind::field);
  if (has_any(document, std::array<Tags, 1>{"script"}) ||
      has_any_attribute(document, std::array<Tags, 6>{"onclick", "onload", "onmouseover", "onkeydown",
                                                      "onchange", "onfocus"}))
    kinds.add(ContentKind::script);
  if (has_any(document, std::array<Tags, 2>{"marquee", "blink"}) || kinds.has(ContentKind::media) ||
      std::ranges::any_of(document.all("img"), may_be_animated))
    kinds.add(ContentKind::moving);
  for (html::Element meta : document.all("meta")) {
    if (ascii_iequals(trim(meta.attribute_or("http-equiv", "")), "refresh")) kinds.add(ContentKind::refresh);
  }
  for (html::Element element : document.with_attribute("lang")) {
    if (element != document.root()) kinds.add(ContentKind::language);
  }
  const auto links = document.all("a");
  if (std::ranges::any_of(links, [](html::Element link) { return link.has("href"); }))
    kinds.add(ContentKind::link);
  if (std::ranges::any_of(links, leads_to_site_map)) kinds.add(ContentKind::site_map);
  add_inputs(document, kinds);
  return kinds;
}

}  // namespace veedor::facts
