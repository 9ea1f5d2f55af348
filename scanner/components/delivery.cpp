#include "scanner/components/delivery.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "scanner/base/text.h"
#include "scanner/components/library_table.h"
#include "scanner/components/version.h"

namespace veedor::components {
namespace {

constexpr std::size_t kMaxSegments = 64;
constexpr std::size_t kMaxName = 100;

enum class Layout : std::uint8_t {
  npm,        // /PACKAGE@VERSION/file, the package first
  npm_below,  // the same below /npm/, /gh/ or /combine/; also /PACKAGE/VERSION/file
  libraries,  // /ajax/libs/PACKAGE/VERSION/file
  folders,    // /PACKAGE/VERSION/file, perhaps deeper
  versions,   // of one project: a folder is the version, the file name says what it is
};

struct Network {
  std::string_view host;
  Layout layout;
};

constexpr std::array kNetworks = std::to_array<Network>({
    {"unpkg.com", Layout::npm},
    {"esm.sh", Layout::npm},
    {"esm.run", Layout::npm},
    {"cdn.esm.sh", Layout::npm},
    {"cdn.skypack.dev", Layout::npm},
    {"ga.jspm.io", Layout::npm},
    {"jspm.dev", Layout::npm},
    {"cdn.jsdelivr.net", Layout::npm_below},
    {"fastly.jsdelivr.net", Layout::npm_below},
    {"gcore.jsdelivr.net", Layout::npm_below},
    {"cdnjs.cloudflare.com", Layout::libraries},
    {"ajax.googleapis.com", Layout::libraries},
    {"cdn.bootcdn.net", Layout::libraries},
    {"maxcdn.bootstrapcdn.com", Layout::folders},
    {"stackpath.bootstrapcdn.com", Layout::folders},
    {"netdna.bootstrapcdn.com", Layout::folders},
    {"cdn.bootcss.com", Layout::folders},
    {"cdn.staticfile.org", Layout::folders},
    {"lib.baomitu.com", Layout::folders},
    {"yastatic.net", Layout::folders},
    {"oss.maxcdn.com", Layout::folders},
    {"code.jquery.com", Layout::versions},
    {"ajax.aspnetcdn.com", Layout::versions},
    {"ajax.microsoft.com", Layout::versions},
    {"cdn.datatables.net", Layout::versions},
    {"code.highcharts.com", Layout::versions},
    {"vjs.zencdn.net", Layout::versions},
    {"cdn.quilljs.com", Layout::versions},
    {"cdn.ckeditor.com", Layout::versions},
    {"cdn.tiny.cloud", Layout::versions},
    {"cdn.tinymce.com", Layout::versions},
    {"cdn.mathjax.org", Layout::versions},
    {"releases.flowplayer.org", Layout::versions},
    {"yui.yahooapis.com", Layout::versions},
    {"code.angularjs.org", Layout::versions},
    {"mozilla.github.io", Layout::versions},
});

const Network* network_of(std::string_view host) {
  const auto found = std::ranges::find(kNetworks, host, &Network::host);
  return found == kNetworks.end() ? nullptr : &*found;
}

std::string exact_version(std::string_view text) {
  if (text.starts_with('v')) text.remove_prefix(1);
  return std::string(leading_version(text));
}

// "jquery@3.4.1", "npm:jquery@3.4.1", "@angular" followed by "core@9.1.13".
struct Specifier {
  Package package;
  bool has_at = false;
};

Specifier read_specifier(std::string_view scope, std::string_view text) {
  if (const auto colon = text.find(':'); colon != std::string_view::npos) text.remove_prefix(colon + 1);
  const std::size_t at = text.find('@', 1);
  Specifier result;
  result.has_at = at != std::string_view::npos;
  result.package.name = (scope.empty() ? "" : std::string(scope) + "/") + std::string(text.substr(0, at));
  if (result.has_at) result.package.version = exact_version(text.substr(at + 1));
  return result;
}

bool is_scope(std::string_view segment) {
  return segment.size() > 1 && segment.front() == '@' && segment.find('@', 1) == std::string_view::npos;
}

// The package that starts at segments[i], with its scope.
Specifier specifier_at(std::span<const std::string> segments, std::size_t i) {
  if (is_scope(segments[i]) && i + 1 < segments.size()) return read_specifier(segments[i], segments[i + 1]);
  return read_specifier("", segments[i]);
}

// "npm/jquery@3.4.1/dist/jquery.js,npm/bootstrap@3.3.7" without the first "npm/".
void add_combined(std::span<const std::string> segments, std::vector<Package>& packages) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::string& segment = segments[i];
    const bool starts = i == 0 || segments[i - 1].ends_with("npm") || segment.find(',') != std::string::npos;
    if (!starts) continue;
    for (std::string_view part : split(segment, ',')) {
      const Specifier found = read_specifier("", part);
      if (found.has_at) packages.push_back(found.package);
    }
  }
}

// A package on its own network needs no version to be seen.
std::optional<Package> npm_package(std::span<const std::string> segments) {
  // esm.sh puts its build before the package, skypack a dash
  while (!segments.empty() &&
         (segments[0] == "-" || segments[0] == "stable" || segments[0] == "pin" ||
          (segments[0].size() > 1 && segments[0][0] == 'v' && is_ascii_digit(segments[0][1]) &&
           segments[0].find('@') == std::string::npos)))
    segments = segments.subspan(1);
  if (segments.empty()) return std::nullopt;
  return specifier_at(segments, 0).package;
}

// segments[i] is a name and segments[i + 1] its version.
std::optional<Package> folder_package(std::span<const std::string> segments, std::size_t i) {
  if (i + 2 >= segments.size()) return std::nullopt;
  Package package{.name = segments[i], .version = exact_version(segments[i + 1])};
  return package;
}

std::optional<Package> on_network(const Network& network, std::span<const std::string> segments) {
  if (segments.empty()) return std::nullopt;
  switch (network.layout) {
    case Layout::npm:
      return npm_package(segments);
    case Layout::npm_below:
      if (segments[0] == "npm") return npm_package(segments.subspan(1));
      if (segments[0] == "gh" && segments.size() > 2) {
        Package package = read_specifier("", segments[2]).package;
        if (library_of_package(package.name) == nullptr) package.name = segments[1] + "/" + package.name;
        return package;
      }
      return segments[0] == "wp" ? std::nullopt : folder_package(segments, 0);
    case Layout::libraries:
      if (segments.size() > 2 && segments[0] == "ajax" && segments[1] == "libs")
        return folder_package(segments, 2);
      return std::nullopt;
    case Layout::folders:
      return folder_package(segments, 0);
    case Layout::versions:
      return std::nullopt;
  }
  return std::nullopt;
}

// The same layouts where others imitate or proxy them: only libraries that we know, with an exact version.
std::optional<Package> elsewhere(std::span<const std::string> segments) {
  for (std::size_t i = segments.size(); i-- > 0;) {
    if (is_scope(segments[i]) || segments[i].find('@', 1) == std::string::npos) continue;
    const std::string_view scope =
        i > 0 && is_scope(segments[i - 1]) ? std::string_view(segments[i - 1]) : "";
    const Specifier found = read_specifier(scope, segments[i]);
    if (!found.package.version.empty() && library_of_package(found.package.name) != nullptr)
      return found.package;
  }
  for (std::size_t i = 0; i + 2 < segments.size(); ++i) {
    if (segments[i] != "libs" || library_of_package(segments[i + 1]) == nullptr) continue;
    auto found = folder_package(segments, i + 1);
    if (found && !found->version.empty()) return found;
  }
  return std::nullopt;
}

bool usable(const Package& package) { return !package.name.empty() && package.name.size() <= kMaxName; }

}  // namespace

bool is_delivery_host(std::string_view host) { return network_of(host) != nullptr; }

std::vector<std::string> path_segments(const url::Url& url) {
  std::vector<std::string> segments;
  for (std::string_view part : split(url.path(), '/')) {
    if (part.empty()) continue;
    if (segments.size() == kMaxSegments) break;
    segments.push_back(ascii_lower(url::percent_decode(part)));
  }
  return segments;
}

std::vector<Package> packages_in(const url::Url& url) {
  const std::vector<std::string> segments = path_segments(url);
  std::vector<Package> packages;
  const Network* network = network_of(url.host());
  const bool combined =
      network != nullptr && segments.size() > 1 && (segments[0] == "combine" || segments[0] == "g");
  if (combined) {
    add_combined(std::span(segments).subspan(1), packages);
  } else if (auto package = network != nullptr ? on_network(*network, segments) : elsewhere(segments)) {
    packages.push_back(*std::move(package));
  }
  std::erase_if(packages, [](const Package& package) { return !usable(package); });
  return packages;
}

}  // namespace veedor::components
