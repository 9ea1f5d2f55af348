#include "tests/conformance/chromium_page.h"

#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "scanner/html/encoding.h"

namespace veedor::conformance {
namespace {

// "/html[1]/body[1]/p[2]" for every element: names with the number among the siblings of that name.
std::unordered_map<std::string, html::Element> paths_of(const html::Document& document) {
  std::unordered_map<std::string, html::Element> by_path;
  std::unordered_map<const void*, std::string> paths;
  std::map<std::pair<const void*, std::string_view>, int> counts;
  for (const html::Element element : document.elements()) {
    const html::Element parent = element.parent();
    const int number = ++counts[{parent.id(), element.tag()}];
    std::string path =
        fmt::format("{}/{}[{}]", parent ? paths.at(parent.id()) : std::string(), element.tag(), number);
    by_path.emplace(path, element);
    paths.emplace(element.id(), std::move(path));
  }
  return by_path;
}

url::Url base_of(const html::Document& document, const url::Url& page) {
  Result<url::Url> base = url::Url::parse(document.base_href(), page);
  return base ? *std::move(base) : page;
}

}  // namespace

SnapshotPage::SnapshotPage(html::Document document, url::Url url, FolderSheets& sheets)
    : document_(std::move(document)),
      url_(base_of(document_, url)),
      styles_(document_, sheets.finder(url_)),
      tree_(styles_),
      by_path_(paths_of(document_)) {}

std::unique_ptr<SnapshotPage> SnapshotPage::read(const std::filesystem::path& root, const std::string& path,
                                                 FolderSheets& sheets) {
  std::ifstream in(root / path, std::ios::binary);
  Result<url::Url> url = url::Url::parse(std::string(kFolderOrigin) + path);
  if (!in || !url) return nullptr;
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  Result<html::Document> document = html::Document::parse(html::decode(bytes, "text/html").text);
  if (!document) return nullptr;
  return std::unique_ptr<SnapshotPage>(new SnapshotPage(*std::move(document), *std::move(url), sheets));
}

SnapshotPage::Place SnapshotPage::find(std::string_view path) const {
  Place place;
  for (const auto& [ending, pseudo] : {std::pair{"/::before[1]", css::PseudoElement::before},
                                       std::pair{"/::after[1]", css::PseudoElement::after}}) {
    if (!path.ends_with(ending)) continue;
    path.remove_suffix(std::string_view(ending).size());
    place.pseudo = pseudo;
  }
  // An SVG document is read as HTML: its root then stands in a body.
  const std::string whole =
      path.starts_with("/html") ? std::string(path) : fmt::format("/html[1]/body[1]{}", path);
  const auto found = by_path_.find(whole);
  if (found != by_path_.end()) place.element = found->second;
  return place;
}

const css::Style* SnapshotPage::style(const Place& place) const {
  if (!place.element) return nullptr;
  if (place.pseudo == css::PseudoElement::none) return &styles_.of(place.element);
  return styles_.of(place.element, place.pseudo);
}

}  // namespace veedor::conformance
