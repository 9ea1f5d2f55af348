// The little Markdown that texts are written in: headings, fenced blocks and lines. What they mean is for the
// callers.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/catalog/problem.h"

namespace veedor::catalog {

enum class LineKind { text, fence_open, fenced, fence_close };

struct Line {
  int number = 0;  // from 1
  LineKind kind = LineKind::text;
  std::string text;
  bool blank() const;
};

// A heading and the lines up to the next heading of any level.
struct Block {
  int level = 0;  // 1 to 6; 0: the lines before the first heading
  int line = 0;
  std::string heading = {};
  std::vector<Line> lines = {};
};

struct Markdown {
  std::string file;                // as problems name it
  std::vector<Block> blocks = {};  // the first has level 0
};

// An unclosed fence and bytes that are not UTF-8 are problems.
Markdown parse_markdown(std::string_view text, std::string file, Problems& problems);
// The same for a file; one that cannot be read is a problem, and the result is empty.
Markdown read_markdown(const std::filesystem::path& path, std::string file, Problems& problems);

// The lines as one text without blank lines at its ends; a paragraph at its front becomes one line.
std::string body(std::span<const Line> lines);
bool is_blank(std::span<const Line> lines);

// "- key: text" with continuation lines indented by two spaces.
struct Entry {
  std::string key;   // kebab-case
  std::string text;  // on one line
  int line = 0;
};

// The entries of some lines, in order. Whatever is not an entry, a bad key, an empty text or a broken
// placeholder is a problem.
std::vector<Entry> read_entries(std::span<const Line> lines, const std::string& file, Problems& problems);
// Sorts by key; a key that appears twice is a problem.
void sort_entries(std::vector<Entry>& entries, const std::string& file, Problems& problems);
// The same keys with the same placeholders in two languages, both sorted; what differs is a problem of the
// file that lacks it.
void compare_entries(const std::vector<Entry>& first, const std::string& first_file,
                     const std::vector<Entry>& second, const std::string& second_file, Problems& problems);

}  // namespace veedor::catalog
