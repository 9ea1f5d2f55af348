// One of our pages as the snapshots name its elements: by paths.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "scanner/a11y/tree.h"
#include "scanner/css/cascade/styles.h"
#include "scanner/html/document.h"
#include "scanner/url/url.h"
#include "tests/conformance/folder_sheets.h"

namespace veedor::conformance {

class SnapshotPage {
 public:
  // Null where the page cannot be read. `path` is below `root`.
  static std::unique_ptr<SnapshotPage> read(const std::filesystem::path& root, const std::string& path,
                                            FolderSheets& sheets);

  // What a path stands for. Without an element, the page has none such: a script made it.
  struct Place {
    html::Element element;
    css::PseudoElement pseudo = css::PseudoElement::none;
  };
  Place find(std::string_view path) const;

  // Null for a pseudo-element that we do not make.
  const css::Style* style(const Place& place) const;

  const css::Styles& styles() const { return styles_; }
  const a11y::Tree& tree() const { return tree_; }
  const url::Url& url() const { return url_; }
  bool has_script() const { return !document_.all("script").empty(); }

 private:
  SnapshotPage(html::Document document, url::Url url, FolderSheets& sheets);

  html::Document document_;
  url::Url url_;
  css::Styles styles_;
  a11y::Tree tree_;
  std::unordered_map<std::string, html::Element> by_path_;
};

}  // namespace veedor::conformance
