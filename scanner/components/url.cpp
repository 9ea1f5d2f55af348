// What the URL of a script or style says of its library.
#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "scanner/base/text.h"
#include "scanner/components/delivery.h"
#include "scanner/components/file_name.h"
#include "scanner/components/recognise.h"
#include "scanner/components/version.h"

namespace veedor::components {
namespace {

using facts::Certainty;
using facts::Component;

constexpr std::size_t kMaxEvidence = 160;

Component component(const url::Url& url, std::string_view name, std::string version, Certainty certainty) {
  return {.name = printable(name),
          .version = std::move(version),
          .kind = facts::ComponentKind::library,
          .certainty = certainty,
          .method = facts::Method::url,
          .location = url.display(),
          .evidence = shorten(printable(url.path_and_query()), kMaxEvidence)};
}

bool is_named(const Library& library, std::string_view folder) {
  return library_of_package(folder) == &library || library_of_stem(folder) == &library;
}

// "/jquery/3.4.1/jquery.min.js", "/jquery-3.4.1/dist/jquery.min.js"; on a delivery network any folder that is
// a version.
std::string version_in_folders(const Library& library, std::span<const std::string> folders, bool delivered) {
  for (std::size_t i = folders.size(); i-- > 0;) {
    std::string_view folder = folders[i];
    const FileName named = read_file_name(folder);
    if (named.library == &library && !named.version.empty()) return named.version;
    if (folder.starts_with('v')) folder.remove_prefix(1);
    if (is_version(folder) && (delivered || (i > 0 && is_named(library, folders[i - 1]))))
      return std::string(folder);
  }
  return {};
}

// The value of ?ver=, ?v= or ?version=.
std::string version_in_query(const url::Url& url) {
  for (std::string_view field : split(url.query(), '&')) {
    const std::size_t equals = field.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string key = ascii_lower(field.substr(0, equals));
    const std::string_view value = field.substr(equals + 1);
    if ((key == "ver" || key == "v" || key == "version") && is_version(value)) return std::string(value);
  }
  return {};
}

// WordPress ships some libraries itself and names their own version; elsewhere the number is whatever the
// site wrote.
Certainty certainty_of_query(const std::vector<std::string>& segments) {
  return std::ranges::find(segments, "wp-includes") != segments.end() ? Certainty::likely
                                                                      : Certainty::possible;
}

// The parts of jQuery UI that WordPress and others load one by one: /jquery/ui/core.min.js.
bool is_jquery_ui_part(const std::vector<std::string>& segments) {
  const std::size_t n = segments.size();
  return n >= 3 && segments[n - 3] == "jquery" && segments[n - 2] == "ui";
}

std::optional<Component> in_path(const url::Url& url) {
  const std::vector<std::string> segments = path_segments(url);
  if (segments.empty()) return std::nullopt;
  FileName file = read_file_name(segments.back());
  if (is_jquery_ui_part(segments)) file = {.library = library_of_package("jquery-ui"), .version = ""};
  if (file.library == nullptr) return std::nullopt;
  std::string version = file.version;
  if (version.empty()) {
    const auto folders = std::span(segments).first(segments.size() - 1);
    version = version_in_folders(*file.library, folders, is_delivery_host(url.host()));
  }
  if (!version.empty()) return component(url, file.library->id, std::move(version), Certainty::likely);
  version = version_in_query(url);
  const Certainty certainty = version.empty() ? Certainty::possible : certainty_of_query(segments);
  return component(url, file.library->id, std::move(version), certainty);
}

}  // namespace

std::vector<Component> in_url(const url::Url& url) {
  std::vector<Component> found;
  for (const Package& package : packages_in(url)) {
    const Library* library = library_of_package(package.name);
    const Certainty certainty = package.version.empty() ? Certainty::possible : Certainty::likely;
    found.push_back(
        component(url, library != nullptr ? library->id : package.name, package.version, certainty));
  }
  if (found.empty()) {
    if (auto component = in_path(url)) found.push_back(*std::move(component));
  }
  return merge(found);
}

}  // namespace veedor::components
