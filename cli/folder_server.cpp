#include "cli/folder_server.h"

#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "scanner/base/text.h"

namespace veedor::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFile = 64ULL << 20;  // more than a scan reads of any file

// What is served: everything below `root`, or only the file `only` in it. Both canonical.
struct Share {
  fs::path root;
  fs::path only;
};

std::string_view content_type(const fs::path& file) {
  // HTML without a charset: the page itself says which encoding it has.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 36> kTypes{{
      {".html", "text/html"},        {".htm", "text/html"},       {".xhtml", "application/xhtml+xml"},
      {".css", "text/css"},          {".js", "text/javascript"},  {".mjs", "text/javascript"},
      {".json", "application/json"}, {".xml", "application/xml"}, {".txt", "text/plain"},
      {".csv", "text/csv"},          {".md", "text/markdown"},    {".svg", "image/svg+xml"},
      {".png", "image/png"},         {".jpg", "image/jpeg"},      {".jpeg", "image/jpeg"},
      {".gif", "image/gif"},         {".webp", "image/webp"},     {".avif", "image/avif"},
      {".ico", "image/x-icon"},      {".pdf", "application/pdf"}, {".zip", "application/zip"},
      {".gz", "application/gzip"},   {".woff", "font/woff"},      {".woff2", "font/woff2"},
      {".mp4", "video/mp4"},         {".vtt", "text/vtt"},        {".webm", "video/webm"},
      {".mov", "video/quicktime"},   {".ogv", "video/ogg"},       {".m4v", "video/mp4"},
      {".mp3", "audio/mpeg"},        {".m4a", "audio/mp4"},       {".aac", "audio/aac"},
      {".ogg", "audio/ogg"},         {".opus", "audio/ogg"},      {".wav", "audio/wav"},
  }};
  const std::string extension = ascii_lower(file.extension().string());
  for (const auto& [known, type] : kTypes) {
    if (extension == known) return type;
  }
  return "application/octet-stream";
}

int hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// URL Standard §1.3, percent-decode.
std::string percent_decode(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
    out += escape ? static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2])) : text[i];
    if (escape) i += 2;
  }
  return out;
}

std::string percent_encode(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_ascii_alnum(c) || std::string_view("-._~").find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
  }
  return out;
}

bool is_below(const fs::path& path, const fs::path& root) {
  const auto [at, unused] = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
  return at == root.end();
}

// The file or folder that a decoded URL path names, symbolic links resolved; nothing when it is absent or
// outside.
std::optional<fs::path> locate(const Share& share, std::string_view path) {
  if (!path.starts_with('/') || path.find('\0') != std::string_view::npos) return std::nullopt;
  for (std::string_view part : split(path, '/')) {
    if (part == "..") return std::nullopt;
  }
  path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
  std::error_code problem;
  fs::path found = fs::canonical(share.root / fs::path(path), problem);
  if (problem || !is_below(found, share.root)) return std::nullopt;
  if (!share.only.empty() && found != share.only) return std::nullopt;
  return found;
}

demo::Answer not_found() { return {.status = 404, .content_type = "text/plain", .body = "404\n"}; }

demo::Answer file_answer(const fs::path& file) {
  std::error_code problem;
  if (!fs::is_regular_file(file, problem)) return not_found();
  const std::uintmax_t size = fs::file_size(file, problem);
  if (problem) return not_found();
  if (size > kMaxFile) return {.status = 507, .content_type = "text/plain", .body = "507\n"};
  demo::Answer answer{.content_type = std::string(content_type(file)), .body = std::string(size, '\0')};
  std::ifstream in(file, std::ios::binary);
  in.read(answer.body.data(), static_cast<std::streamsize>(size));
  if (!in) return not_found();
  return answer;
}

demo::Answer answer(const Share& share, const demo::Request& request) {
  if (request.method != "GET" && request.method != "HEAD")
    return {.status = 405, .headers = {{"Allow", "GET, HEAD"}}};
  const std::string_view raw = request.target.substr(0, request.target.find_first_of("?#"));
  const std::string path = percent_decode(raw);
  const std::optional<fs::path> found = locate(share, path);
  if (!found) return not_found();
  std::error_code problem;
  if (!fs::is_directory(*found, problem)) return path.ends_with('/') ? not_found() : file_answer(*found);
  if (!path.ends_with('/')) {
    // Two slashes in front would be a host (RFC 3986 §4.2).
    const std::size_t start = std::min(raw.find_first_not_of('/'), raw.size());
    return {.status = 301, .headers = {{"Location", "/" + std::string(raw.substr(start)) + "/"}}};
  }
  for (const char* index : {"index.html", "index.htm"}) {
    if (const auto file = locate(share, path + index)) return file_answer(*file);
  }
  return not_found();
}

// What a handler promises: no exception, not even for want of memory.
demo::Answer safe_answer(const Share& share, const demo::Request& request) {
  try {
    return answer(share, request);
  } catch (const std::exception&) {
    return {.status = 500};
  }
}

}  // namespace

Result<std::unique_ptr<FolderServer>> FolderServer::start(const std::filesystem::path& folder_or_file) {
  std::error_code problem;
  const fs::path path = fs::canonical(folder_or_file, problem);
  if (problem) return Error{folder_or_file.string() + ": " + problem.message()};
  const bool folder = fs::is_directory(path, problem);
  if (!folder && !fs::is_regular_file(path, problem))
    return Error{path.string() + " is no folder and no file"};
  const Share share =
      folder ? Share{.root = path, .only = {}} : Share{.root = path.parent_path(), .only = path};

  Result<std::unique_ptr<demo::HttpService>> service = demo::HttpService::start(
      0, [share](const demo::Request& request) { return safe_answer(share, request); });
  if (!service) return service.error();
  return std::unique_ptr<FolderServer>(
      new FolderServer(*std::move(service), folder ? "/" : "/" + percent_encode(path.filename().string())));
}

std::string FolderServer::url() const { return "http://127.0.0.1:" + std::to_string(port()) + first_; }

}  // namespace veedor::cli
