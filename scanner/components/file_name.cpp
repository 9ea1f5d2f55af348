#include "scanner/components/file_name.h"

#include <algorithm>
#include <array>
#include <optional>

#include "scanner/base/text.h"
#include "scanner/components/version.h"

namespace veedor::components {
namespace {

constexpr std::array<std::string_view, 5> kExtensions = {".js", ".mjs", ".cjs", ".css", ".es6"};

// What builds of one library are called after its name.
constexpr std::array<std::string_view, 34> kBuilds = {
    "min",         "slim",   "full", "umd",    "global", "prod",       "production", "development", "esm",
    "esm-browser", "bundle", "all",  "debug",  "pkgd",   "packed",     "runtime",    "common",      "browser",
    "module",      "iife",   "es",   "cjs",    "amd",    "standalone", "custom",     "core",        "pack",
    "compat",      "lite",   "dev",  "latest", "legacy", "basic",      "iife"};

std::string_view without_extension(std::string_view name) {
  for (std::string_view extension : kExtensions) {
    if (name.ends_with(extension)) return name.substr(0, name.size() - extension.size());
  }
  return name;
}

// Cuts one ".min" or "-min"; false where nothing of the kind is there.
bool cut_build(std::string_view& stem) {
  for (std::string_view build : kBuilds) {
    if (stem.size() <= build.size() + 1 || !stem.ends_with(build)) continue;
    const char before = stem[stem.size() - build.size() - 1];
    if (before != '.' && before != '-' && before != '_') continue;
    stem.remove_suffix(build.size() + 1);
    return true;
  }
  return false;
}

// Cuts "-3.4.1", ".v3.4.1" or "@3.4.1" from the end and returns it.
std::optional<std::string_view> cut_version(std::string_view& stem) {
  for (std::size_t at = stem.find_first_of("0123456789"); at != std::string_view::npos;
       at = stem.find_first_of("0123456789", at + 1)) {
    std::size_t border = at;
    if (border > 0 && stem[border - 1] == 'v') --border;
    if (border == 0) continue;
    const char before = stem[border - 1];
    if (before != '-' && before != '.' && before != '_' && before != '@') continue;
    const std::string_view version = stem.substr(at);
    if (!is_version(version)) continue;
    stem = stem.substr(0, border - 1);
    return version;
  }
  return std::nullopt;
}

}  // namespace

FileName read_file_name(std::string_view name) {
  constexpr std::size_t kMaxName = 200;
  if (name.size() > kMaxName) return {};
  const std::string lower = ascii_lower(name);
  std::string_view stem = without_extension(lower);
  FileName result;
  while (!stem.empty()) {
    result.library = library_of_stem(stem);
    if (result.library != nullptr) return result;
    if (result.version.empty()) {
      if (const auto version = cut_version(stem)) {
        result.version = *version;
        continue;
      }
    }
    if (!cut_build(stem)) break;
  }
  return {};
}

}  // namespace veedor::components
