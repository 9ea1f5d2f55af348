#include "tests/conformance/folder_page.h"

#include <array>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "scanner/facts/linked_resources.h"
#include "scanner/html/encoding.h"
#include "scanner/url/url.h"

namespace veedor::conformance {
namespace {

constexpr std::string_view kOrigin = "http://localhost/";

std::string media_type(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kTypes{{
      {".svg", "image/svg+xml"},
      {".xml", "application/xml"},
      {".css", "text/css"},
      {".js", "text/javascript"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".gif", "image/gif"},
      {".pdf", "application/pdf"},
      {".mp3", "audio/mpeg"},
      {".wav", "audio/wav"},
      {".ogg", "audio/ogg"},
      {".m4a", "audio/mp4"},
      {".mp4", "video/mp4"},
      {".webm", "video/webm"},
      {".vtt", "text/vtt"},
      {".txt", "text/plain"},
  }};
  for (const auto& [ending, type] : kTypes) {
    if (path.ends_with(ending)) return std::string(type);
  }
  return "text/html";
}

std::optional<std::string> read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in || !std::filesystem::is_regular_file(file)) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

std::shared_ptr<const css::Sheet> FolderPages::sheet(const url::Url& url,
                                                     const facts::SheetReading& reading) {
  const auto [place, fresh] = sheets_.try_emplace({url.href(), reading});
  if (!fresh) return place->second;
  if (url.href().starts_with(kOrigin)) {
    // A browser ignores a sheet that is not there.
    const auto bytes = read_file(root_ / url.path().substr(1));
    place->second = bytes ? css::parse_sheet(facts::sheet_text(*bytes, "text/css", reading.encoding),
                                             url.href(), reading.mode, {})
                          : facts::empty_sheet();
  }
  return place->second;
}

facts::Sheets FolderPages::sheets_of(const facts::Page& page) {
  const facts::SheetReading reading = facts::reading_of(page);
  facts::LinkedSheets linked = facts::linked_sheets(page, {});
  facts::Sheets sheets = std::move(linked.own);
  std::vector<url::Url> wanted = std::move(linked.wanted);
  for (std::size_t i = 0; i < wanted.size() && i < facts::kMaxSheetsOfPage; ++i) {
    const auto read = sheet(wanted[i], reading);
    if (!sheets.emplace(wanted[i].href(), read).second || read == nullptr) continue;
    for (url::Url& import : facts::linked_sheets(*read, reading, {}).wanted)
      wanted.push_back(std::move(import));
  }
  return sheets;
}

std::shared_ptr<const facts::Resource> FolderPages::resource(const url::Url& url) {
  const auto [place, fresh] = resources_.try_emplace(url.href());
  if (!fresh) return place->second;
  facts::Response answer;
  answer.requested = url;
  answer.final_url = url;
  auto bytes = read_file(root_ / url::percent_decode(url.path().substr(1)));
  answer.outcome = bytes ? facts::Outcome::read : facts::Outcome::http_error;
  answer.status = bytes ? 200 : 404;
  answer.headers.add("content-type", media_type(url.path()));
  if (bytes) answer.body = *std::move(bytes);
  place->second = std::make_shared<const facts::Resource>(facts::resource_of(answer, {}));
  return place->second;
}

facts::Resources FolderPages::resources_of(const facts::Page& page) {
  facts::Resources resources;
  for (const facts::WantedResource& wanted : facts::linked_resources(page)) {
    if (wanted.url.href().starts_with(kOrigin)) resources.emplace(wanted.url.href(), resource(wanted.url));
  }
  return resources;
}

std::optional<facts::Page> FolderPages::read(const std::string& path) {
  auto bytes = read_file(root_ / path);
  auto url = url::Url::parse(std::string(kOrigin) + path);
  if (!bytes || !url) return std::nullopt;
  facts::Response response;
  response.requested = *url;
  response.final_url = *url;
  response.outcome = facts::Outcome::read;
  response.status = 200;
  response.headers.add("content-type", media_type(path));
  response.body = *std::move(bytes);
  html::Decoded decoded = html::decode(response.body, response.content_type());
  auto document = html::Document::parse(std::move(decoded.text));
  if (!document) return std::nullopt;
  facts::Page page(std::move(response), *std::move(document), std::move(decoded.encoding));
  facts::Sheets sheets = sheets_of(page);
  page.set_resources(resources_of(page));
  return facts::Page(std::move(page), std::move(sheets));
}

}  // namespace veedor::conformance
