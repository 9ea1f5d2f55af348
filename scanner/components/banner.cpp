#include "scanner/components/banner.h"

#include <algorithm>
#include <array>
#include <vector>

#include "scanner/base/text.h"
#include "scanner/components/file_name.h"
#include "scanner/components/version.h"

namespace veedor::components {
namespace {

constexpr std::size_t kMaxBanner = 1500;
constexpr std::size_t kMaxLines = 14;
constexpr std::size_t kMaxLine = 300;

std::string_view skip(std::string_view text, std::string_view characters) {
  text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
  return text;
}

std::string_view skip_word(std::string_view text, std::string_view word) {
  if (ascii_iequals(text.substr(0, word.size()), word)) text.remove_prefix(word.size());
  return text;
}

// The lines with words, without the marks of the comment and without "@license" at their beginning.
std::vector<std::string_view> lines_of(std::string_view comment) {
  std::vector<std::string_view> lines;
  for (std::string_view line : split(comment.substr(0, kMaxBanner), '\n')) {
    line = skip(line, " \t\r/*!");
    if (line.ends_with("*/")) line.remove_suffix(2);
    for (std::string_view tag : {"@license", "@preserve", "@overview"})
      line = skip(skip_word(line, tag), " \t");
    line = trim(line);
    if (line.empty()) continue;
    lines.push_back(line.substr(0, kMaxLine));
    if (lines.size() == kMaxLines) break;
  }
  return lines;
}

// "or higher", "is required": a sentence goes on, so this is no title.
bool is_end_of_title(std::string_view rest) {
  rest = skip(rest, " \t");
  if (rest.empty()) return true;
  for (std::string_view word : {"http", "copyright", "license", "@license"}) {
    if (ascii_iequals(rest.substr(0, word.size()), word)) return true;
  }
  return !is_ascii_alnum(rest.front()) && rest.front() != '+' && rest.front() != '>';
}

// " v3.7.1 | …", " - v1.14.2 - …", ", version 1.7.3".
std::string version_after_title(std::string_view rest) {
  std::string_view text = skip(rest, " \t,:|-");
  if (text.size() == rest.size()) return {};
  const std::string_view before = text;
  for (std::string_view word : {"version", "ver.", "v"}) {
    text = skip_word(text, word);
    if (text.size() != before.size()) break;
  }
  text = skip(text, " \t.:");
  const std::string_view version = leading_version(text);
  return is_end_of_title(text.substr(version.size())) ? std::string(version) : std::string();
}

// "Version: 2.6.0", "@version 1.12", "v1.5.7" on a line of its own.
std::string version_line(std::string_view line) {
  const std::string_view text = skip(line, "@");
  for (std::string_view word : {"version", "v"}) {
    std::string_view rest = skip_word(text, word);
    if (rest.size() == text.size()) continue;
    rest = skip(rest, " \t:=");
    rest = skip_word(rest, "v");
    const std::string_view version = leading_version(rest);
    if (!version.empty()) return std::string(version);
  }
  return {};
}

// Of several titles that fit, the longest: "jQuery UI" rather than "jQuery".
struct Title {
  const Library* library = nullptr;
  std::string_view rest;
  std::size_t length = 0;
};

Title title_of(std::string_view line) {
  Title best;
  for (const Library& library : libraries()) {
    for (std::string_view title : library.titles) {
      if (title.size() <= best.length || !ascii_iequals(line.substr(0, title.size()), title)) continue;
      best = {&library, line.substr(title.size()), title.size()};
    }
  }
  return best;
}

// React's packages share a title and name their file in the next line: "react-dom.production.min.js".
const Library* library_of_file_line(std::string_view line, const Library* otherwise) {
  const bool file = line.ends_with(".js") && line.find_first_of(" /") == std::string_view::npos;
  return file ? read_file_name(line).library : otherwise;
}

}  // namespace

std::optional<Banner> read_banner(std::string_view comment) {
  const auto lines = lines_of(comment);
  if (lines.empty()) return std::nullopt;
  const Title title = title_of(lines[0]);
  if (title.library == nullptr) return std::nullopt;
  std::string version = version_after_title(title.rest);
  const bool bare_title = trim(title.rest).empty();
  for (std::size_t i = 1; i < lines.size() && version.empty() && bare_title; ++i)
    version = version_line(lines[i]);
  if (version.empty()) return std::nullopt;
  const Library* library = lines.size() > 1 ? library_of_file_line(lines[1], title.library) : title.library;
  if (library == nullptr) return std::nullopt;
  return Banner{library, std::move(version), std::string(lines[0])};
}

std::optional<Banner> read_module_path(std::string_view comment) {
  const std::string_view path = trim(skip(comment.substr(0, kMaxLine), "/* \t"));
  if (comment.size() >= kMaxLine || path.find_first_of(" \n") != std::string_view::npos) return std::nullopt;
  if (path.find("://") != std::string_view::npos) return std::nullopt;
  std::optional<Banner> found;  // the last folder counts: the others lead to it
  for (std::string_view folder : split(path, '/')) {
    const std::size_t at = folder.rfind('@');
    if (at == std::string_view::npos || at == 0 || !is_version(folder.substr(at + 1))) continue;
    std::string name = ascii_lower(folder.substr(0, at));
    std::ranges::replace(name, '+', '/');  // pnpm's spelling of "@angular/core"
    if (const Library* library = library_of_package(name))
      found = Banner{library, std::string(folder.substr(at + 1)), std::string(path)};
  }
  return found;
}

}  // namespace veedor::components
