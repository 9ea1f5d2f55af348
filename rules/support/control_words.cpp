#include "rules/support/control_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include "data/control_words_tsv.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxControls = 2000;
constexpr std::size_t kMaxName = 200;

std::vector<std::string_view> words_for(std::string_view subject) {
  std::vector<std::string_view> words;
  for (std::string_view line : split(data::control_words_tsv, '\n')) {
    const auto cells = split(line, '\t');
    if (!line.starts_with('#') && cells.size() == 2 && cells[0] == subject) words.push_back(cells[1]);
  }
  return words;
}

bool is_control(html::Element element) {
  const std::string_view type = element.attribute_or("type", "");
  const bool field =
      ascii_iequals(type, "text") || ascii_iequals(type, "range") || ascii_iequals(type, "number");
  return !field;
}

}  // namespace

bool has_control_for(std::string_view subject, const facts::Page& page) {
  const auto words = words_for(subject);
  std::size_t seen = 0;
  for (std::string_view tag : {"button", "input", "select", "a"}) {
    for (html::Element element : page.document().all(tag)) {
      if (++seen > kMaxControls) return true;
      if (!is_control(element)) continue;
      const std::string name = ascii_lower(page.tree().name(element).substr(0, kMaxName));
      if (std::ranges::any_of(words,
                              [&](std::string_view word) { return name.find(word) != std::string::npos; }))
        return true;
    }
  }
  return false;
}

}  // namespace veedor::rules
