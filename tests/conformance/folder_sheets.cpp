#include "tests/conformance/folder_sheets.h"

#include <fstream>
#include <iterator>
#include <optional>

namespace veedor::conformance {
namespace {

std::optional<std::string> read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file)) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

css::SheetFinder FolderSheets::finder(url::Url page) {
  return [this, page = std::move(page)](std::string_view reference,
                                        std::string_view base) -> std::shared_ptr<const css::Sheet> {
    const Result<url::Url> importer = base.empty() ? Result<url::Url>(page) : url::Url::parse(base);
    if (!importer) return nullptr;
    const Result<url::Url> url = url::Url::parse(reference, *importer);
    return url ? read(url->without_fragment()) : nullptr;
  };
}

std::shared_ptr<const css::Sheet> FolderSheets::read(const url::Url& url) {
  const auto known = sheets_.find(url.href());
  if (known != sheets_.end()) return known->second;
  std::shared_ptr<const css::Sheet> sheet;
  if (url.href().starts_with(kFolderOrigin)) {
    if (std::optional<std::string> source = read_file(root_ / url.path().substr(1)))
      sheet = css::parse_sheet(std::move(*source), url.href());
  }
  return sheets_.emplace(url.href(), std::move(sheet)).first->second;
}

}  // namespace veedor::conformance
