#include "demo/pages.h"

#include <array>
#include <cassert>
#include <charconv>
#include <utility>

#include "data/demo_archive.h"
#include "data/demo_faults.h"

namespace veedor::demo {
namespace {

constexpr std::string_view kIndex = "/index.html";

// Takes the next "path size\n" and its bytes off the front of the archive that pack.cmake wrote.
std::pair<std::string_view, std::string_view> take_file(std::string_view& archive) {
  const std::size_t space = archive.find(' ');
  const std::size_t end = archive.find('\n', space);
  assert(space != std::string_view::npos && end != std::string_view::npos);
  std::size_t size = 0;
  std::from_chars(archive.data() + space + 1, archive.data() + end, size);
  assert(end + 1 + size <= archive.size());
  const std::string_view path = archive.substr(0, space);
  const std::string_view content = archive.substr(end + 1, size);
  archive.remove_prefix(end + 1 + size);
  return {path, content};
}

// "/404.html" and the answers to forms are pages nobody links to.
bool is_public_page(std::string_view path) { return path.ends_with('/'); }

}  // namespace

Pages::Pages(State state) {
  const std::string_view own = state == State::before ? "before" : "after";
  std::string_view rest = data::demo_archive;
  while (!rest.empty()) {
    const auto [name, content] = take_file(rest);
    const std::size_t slash = name.find('/');
    const std::string_view folder = name.substr(0, slash);
    if (folder != own && folder != "common") continue;
    std::string_view path = name.substr(slash);
    if (path.ends_with(kIndex)) path.remove_suffix(kIndex.size() - 1);
    files_.emplace(path, content);
  }
  for (const auto& [path, content] : files_) {
    if (is_public_page(path)) addresses_.push_back(path);
  }
}

std::string_view Pages::find(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? std::string_view{} : found->second;
}

std::string_view content_type(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kTypes{{
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".txt", "text/plain; charset=utf-8"},
      {".csv", "text/csv; charset=utf-8"},
      {".xml", "application/xml; charset=utf-8"},
      {".json", "application/json"},
  }};
  for (const auto& [ending, type] : kTypes) {
    if (path.ends_with(ending)) return type;
  }
  return "text/html; charset=utf-8";
}

std::string_view faults_json() { return data::demo_faults; }

}  // namespace veedor::demo
