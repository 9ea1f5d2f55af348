#include "cli/targets.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/read_file.h"
#include "cli/speech.h"
#include "scanner/base/text.h"

namespace veedor::cli {
namespace {

namespace fs = std::filesystem;

// The address that files of this machine have in reports: the same on every run and machine.
constexpr std::string_view kLocalOrigin = "http://localhost/";
constexpr std::size_t kMaxFiles = 100'000;
constexpr std::size_t kMaxList = 16U << 20;                  // bytes of a list of addresses
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // some editors begin a list with it

bool exists(const std::string& word) {
  std::error_code error;
  return !word.empty() && fs::exists(word, error);
}

// "example.org", "example.org:8443/a", "127.0.0.1": no scheme, but something that a URL would take for a
// host.
bool looks_like_host(std::string_view word) {
  const std::string_view host = word.substr(0, word.find_first_of("/?#"));
  return !host.empty() &&
         (host.find('.') != std::string_view::npos || host.starts_with("localhost") || host.starts_with('['));
}

Result<url::Url> read_address(const std::string& word, Language language) {
  const bool has_scheme = word.find("://") != std::string::npos;
  if (!has_scheme && !looks_like_host(word))
    return complain(Word::error_bad_address, language, {{"target", printable(word)}});
  Result<url::Url> url = url::Url::parse(has_scheme ? word : "https://" + word);
  if (!url) return complain(Word::error_bad_address, language, {{"target", printable(word)}});
  if (!url->http_or_https()) return complain(Word::error_not_http, language, {{"target", url->display()}});
  return url->without_fragment();
}

// The path of a file below `folder` as a URL's path; the index of a folder is the folder itself.
std::string url_path(const fs::path& file, const fs::path& folder) {
  fs::path relative = file.lexically_relative(folder);
  if (relative.filename() == "index.html") relative = relative.parent_path() / "";
  std::string path = "/";
  for (char c : relative.generic_string()) {
    // What would end the path or begin another part of a URL; a backslash is a slash to the URL Standard.
    switch (c) {
      case '%':
        path += "%25";
        break;
      case '#':
        path += "%23";
        break;
      case '?':
        path += "%3F";
        break;
      case '\\':
        path += "%5C";
        break;
      default:
        path += c;
    }
  }
  return path;
}

bool is_page(const fs::directory_entry& entry) {
  const std::string extension = ascii_lower(entry.path().extension().string());
  std::error_code error;
  const bool is_html = extension == ".html" || extension == ".htm" || extension == ".xhtml";
  return is_html && entry.is_regular_file(error) && !entry.is_symlink(error);
}

// Every page of a folder starts the scan: what no other page links to is published all the same. Sorted, the
// nearest first.
std::vector<url::Url> pages_of(const fs::path& folder, const url::Url& origin) {
  std::vector<url::Url> pages;
  std::error_code error;
  constexpr auto kSkip = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(folder, kSkip, error), end; !error && it != end;
       it.increment(error)) {
    if (pages.size() >= kMaxFiles) break;
    if (!is_page(*it)) continue;
    Result<url::Url> url = url::Url::parse(url_path(it->path(), folder), origin);
    if (url) pages.push_back(*std::move(url));
  }
  std::ranges::sort(pages, [](const url::Url& a, const url::Url& b) {
    const auto depth = [](const url::Url& url) { return std::ranges::count(url.path(), '/'); };
    return std::pair(depth(a), a.href()) < std::pair(depth(b), b.href());
  });
  return pages;
}

Result<Targets> serve(const std::string& word, Language language) {
  const auto cannot = [&](const std::string& reason) {
    return complain(Word::error_cannot_serve, language, {{"target", printable(word)}, {"reason", reason}});
  };
  Result<std::unique_ptr<FolderServer>> server = FolderServer::start(word);
  if (!server) return cannot(server.error().message);
  Targets targets;
  targets.source = Source::local_files;
  targets.server = *std::move(server);
  const std::string to_server = ":127.0.0.1:" + std::to_string(targets.server->port());
  targets.connect_to = {"localhost:80" + to_server,
                        "localhost:443" + to_server};  // a page reaches nothing else
  const Result<url::Url> origin = url::Url::parse(kLocalOrigin);
  if (!origin) return cannot(origin.error().message);
  std::error_code error;
  if (fs::is_directory(word, error)) {
    targets.seeds = pages_of(word, *origin);
    if (targets.seeds.empty()) return complain(Word::error_no_pages, language, {{"target", printable(word)}});
    return targets;
  }
  Result<url::Url> file = url::Url::parse(url_path(word, fs::path(word).parent_path()), *origin);
  if (!file) return cannot(file.error().message);
  targets.seeds.push_back(*std::move(file));
  targets.single_file = true;
  return targets;
}

}  // namespace

Result<Targets> read_targets(const std::vector<std::string>& words, Language language) {
  if (words.empty()) return complain(Word::error_no_target, language);
  Targets targets;
  for (const std::string& word : words) {
    if (exists(word)) {
      if (words.size() > 1) return complain(Word::error_mixed_targets, language);
      return serve(word, language);
    }
    Result<url::Url> url = read_address(word, language);
    if (!url) return url.error();
    targets.seeds.push_back(*std::move(url));
  }
  return targets;
}

Result<std::vector<std::string>> read_url_list(const std::string& name, Language language) {
  const Result<std::string> text = read_file(name, kMaxList, language);
  if (!text) return text.error();
  std::string_view rest = *text;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  std::vector<std::string> addresses;
  for (std::string_view line : split(rest, '\n')) {
    line = trim(line);
    if (!line.empty() && line.front() != '#') addresses.emplace_back(line);
  }
  return addresses;
}

}  // namespace veedor::cli
