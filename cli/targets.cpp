#include "cli/targets.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

#include "cli/speech.h"
#include "scanner/base/text.h"

namespace veedor::cli {
namespace {

namespace fs = std::filesystem;

// The address that files of this machine have in reports: the same on every run and machine.
constexpr std::string_view kLocalOrigin = "http://localhost/";

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

Result<Targets> serve(const std::string& word, Language language) {
  Result<std::unique_ptr<FolderServer>> server = FolderServer::start(word);
  if (!server)
    return complain(Word::error_cannot_serve, language,
                    {{"target", printable(word)}, {"reason", server.error().message}});
  Targets targets;
  targets.source = Source::local_files;
  targets.server = *std::move(server);
  targets.connect_to = "localhost:80:127.0.0.1:" + std::to_string(targets.server->port());
  std::error_code error;
  const bool is_folder = fs::is_directory(word, error);
  const Result<url::Url> origin = url::Url::parse(kLocalOrigin);
  Result<url::Url> seed = is_folder ? origin : url::Url::parse(fs::path(word).filename().string(), *origin);
  if (!seed) return complain(Word::error_bad_address, language, {{"target", printable(word)}});
  targets.seeds.push_back(*std::move(seed));
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
  std::ifstream file;
  if (name != "-") {
    errno = 0;
    file.open(name);
    if (!file)
      return complain(
          Word::error_cannot_read, language,
          {{"file", name}, {"reason", std::error_code(errno, std::generic_category()).message()}});
  }
  std::istream& in = name == "-" ? std::cin : file;
  std::vector<std::string> addresses;
  for (std::string line; std::getline(in, line);) {
    const std::string_view address = trim(line);
    if (!address.empty() && address.front() != '#') addresses.emplace_back(address);
  }
  return addresses;
}

}  // namespace veedor::cli
