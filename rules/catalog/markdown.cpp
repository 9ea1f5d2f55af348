#include "rules/catalog/markdown.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "scanner/base/text.h"

namespace veedor::catalog {
namespace {

// The number of '#' of a heading line, 0 for any other line.
int heading_level(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  const bool heading = level >= 1 && level <= 6 && level < line.size() && line[level] == ' ';
  return heading ? static_cast<int>(level) : 0;
}

bool is_fence(std::string_view line) { return trim(line).starts_with("```"); }

// "- item", "1. item"
bool is_list_item(std::string_view line) {
  if (line.starts_with("- ")) return true;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && line.substr(digits).starts_with(". ");
}

}  // namespace

std::string describe(const Problem& problem) {
  const std::string line = problem.line > 0 ? ":" + std::to_string(problem.line) : "";
  return problem.file + line + ": " + problem.text;
}

bool Line::blank() const { return kind == LineKind::text && trim(text).empty(); }

Markdown parse_markdown(std::string_view text, std::string file, Problems& problems) {
  Markdown markdown{.file = std::move(file), .blocks = {Block{}}};
  if (!is_valid_utf8(text)) problems.push_back({markdown.file, 0, "the file is not UTF-8"});
  int number = 0;
  int fence = 0;  // the line that opened one
  for (std::string_view raw : split(text, '\n')) {
    ++number;
    if (raw.ends_with('\r')) raw.remove_suffix(1);
    LineKind kind = fence != 0 ? LineKind::fenced : LineKind::text;
    if (is_fence(raw)) {
      kind = fence != 0 ? LineKind::fence_close : LineKind::fence_open;
      fence = fence != 0 ? 0 : number;
    }
    const int level = kind == LineKind::text ? heading_level(raw) : 0;
    if (level > 0) {
      const std::string_view heading = trim(raw.substr(static_cast<std::size_t>(level)));
      markdown.blocks.push_back({.level = level, .line = number, .heading = std::string(heading)});
    } else {
      markdown.blocks.back().lines.push_back({number, kind, std::string(raw)});
    }
  }
  if (fence != 0) problems.push_back({markdown.file, fence, "this fence (```) is never closed"});
  return markdown;
}

Markdown read_markdown(const std::filesystem::path& path, std::string file, Problems& problems) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    problems.push_back({file, 0, "the file is missing"});
    return {.file = std::move(file), .blocks = {Block{}}};
  }
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return parse_markdown(text, std::move(file), problems);
}

bool is_blank(std::span<const Line> lines) { return std::ranges::all_of(lines, &Line::blank); }

std::string body(std::span<const Line> lines) {
  while (!lines.empty() && lines.front().blank()) lines = lines.subspan(1);
  while (!lines.empty() && lines.back().blank()) lines = lines.first(lines.size() - 1);
  std::string out;
  bool first_paragraph = true;
  for (const Line& line : lines) {
    if (line.blank() || line.kind != LineKind::text || is_list_item(line.text)) first_paragraph = false;
    if (!out.empty()) out += first_paragraph ? ' ' : '\n';
    out += first_paragraph ? std::string(trim(line.text)) : line.text;
  }
  return out;
}

}  // namespace veedor::catalog
