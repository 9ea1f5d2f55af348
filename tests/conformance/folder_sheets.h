// Style sheets of a folder that stands for a web root: what pages link and sheets import, each parsed once.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "scanner/css/cascade/styles.h"
#include "scanner/url/url.h"

namespace veedor::conformance {

class FolderSheets {
 public:
  explicit FolderSheets(std::filesystem::path root) : root_(std::move(root)) {}

  // Finds what the page at `page` (its base URL) refers to; null for other servers and missing files.
  // Refers to this object.
  css::SheetFinder finder(url::Url page);

 private:
  std::shared_ptr<const css::Sheet> read(const url::Url& url);

  std::filesystem::path root_;
  std::map<std::string, std::shared_ptr<const css::Sheet>> sheets_;  // by URL
};

// The origin under which the pages of a folder are read.
inline constexpr std::string_view kFolderOrigin = "http://localhost/";

}  // namespace veedor::conformance
