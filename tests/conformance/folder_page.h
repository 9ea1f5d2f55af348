// Pages of a folder that stands for a web root, with their style sheets and what else they refer to: as a
// scan of it would judge them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

#include "scanner/facts/page.h"

namespace veedor::conformance {

class FolderPages {
 public:
  explicit FolderPages(std::filesystem::path root) : root_(std::move(root)) {}

  // Nothing for what cannot be read or parsed. `path` is relative to the folder.
  std::optional<facts::Page> read(const std::string& path);

 private:
  std::shared_ptr<const css::Sheet> sheet(const url::Url& url, const facts::SheetReading& reading);
  facts::Sheets sheets_of(const facts::Page& page);
  std::shared_ptr<const facts::Resource> resource(const url::Url& url);
  facts::Resources resources_of(const facts::Page& page);

  std::filesystem::path root_;
  std::map<std::pair<std::string, facts::SheetReading>, std::shared_ptr<const css::Sheet>> sheets_;
  facts::Resources resources_;
};

}  // namespace veedor::conformance
