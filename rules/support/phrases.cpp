#include "rules/support/phrases.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "data/personal_fields_tsv.h"
#include "data/vague_names_tsv.h"
#include "rules/support/table.h"
#include "scanner/base/text.h"
#include "scanner/text/words.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxPhrase = 200;  // bytes: no phrase of a list is longer

using Phrases = std::set<std::string_view>;

Phrases phrases_of_kind(std::string_view kind) {
  Phrases phrases;
  for (const auto& row : read_table(data::vague_names_tsv, 2)) {
    if (row[0] == kind) phrases.insert(row[1]);
  }
  return phrases;
}

bool is_end_mark(char c) { return c == ':' || c == '*' || c == '.' || c == '?' || c == '!' || c == ' '; }

}  // namespace

std::string phrase_of(std::string_view text) {
  if (text.size() > kMaxPhrase) return "";
  std::string lower = text::to_lower(collapse_whitespace(text));
  constexpr std::string_view kEllipsis = "…";
  while (!lower.empty() && (is_end_mark(lower.back()) || lower.ends_with(kEllipsis)))
    lower.resize(lower.size() - (lower.ends_with(kEllipsis) ? kEllipsis.size() : 1));
  std::size_t start = 0;
  while (start < lower.size() && (is_end_mark(lower[start]) || lower[start] == '>')) ++start;
  return lower.substr(start);
}

bool is_vague_label(std::string_view text) {
  static const Phrases phrases = phrases_of_kind("label");
  return phrases.contains(phrase_of(text));
}

bool is_vague_button(std::string_view text) {
  static const Phrases phrases = phrases_of_kind("button");
  return phrases.contains(phrase_of(text));
}

bool is_vague_heading(std::string_view text) {
  static const Phrases phrases = phrases_of_kind("heading");
  return phrases.contains(phrase_of(text));
}

bool is_vague_title(std::string_view text) {
  static const Phrases phrases = phrases_of_kind("title");
  return phrases.contains(phrase_of(text));
}

bool is_vague_alternative(std::string_view text) {
  static const Phrases phrases = phrases_of_kind("alt");
  return phrases.contains(phrase_of(text));
}

bool is_vague_frame(std::string_view text) {
  static const Phrases phrases = phrases_of_kind("frame");
  return phrases.contains(phrase_of(text));
}

std::string_view autocomplete_for(std::string_view label) {
  static const std::map<std::string_view, std::string_view> values = [] {
    std::map<std::string_view, std::string_view> read;
    for (const auto& row : read_table(data::personal_fields_tsv, 2)) read.emplace(row[0], row[1]);
    return read;
  }();
  const auto found = values.find(phrase_of(label));
  return found == values.end() ? "" : found->second;
}

bool is_image_file_name(std::string_view text) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {".apng", ".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"});
  const std::string name = ascii_lower(trim(text));
  return name.size() > 4 && name.find(' ') == std::string::npos &&
         std::ranges::any_of(kEndings, [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_file_or_address(std::string_view text) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {".asp", ".aspx", ".doc", ".docx", ".htm", ".html", ".jsp", ".pdf", ".php", ".xhtml"});
  const std::string name = ascii_lower(trim(text));
  if (name.find(' ') != std::string::npos) return false;
  return name.starts_with("http://") || name.starts_with("https://") ||
         std::ranges::any_of(kEndings, [&](std::string_view ending) {
           return name.size() > ending.size() && name.ends_with(ending);
         });
}

}  // namespace veedor::rules
