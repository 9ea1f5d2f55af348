#include "rules/support/criterion_titles.h"

#include <map>

#include "data/wcag_titles_tsv.h"
#include "rules/support/table.h"

namespace veedor::rules {
namespace {

struct Titles {
  std::string_view en;
  std::string_view es;
};

}  // namespace

std::string_view criterion_title(std::string_view number, Language language) {
  static const std::map<std::string_view, Titles> titles = [] {
    std::map<std::string_view, Titles> read;
    for (const auto& row : read_table(data::wcag_titles_tsv, 3)) read.emplace(row[0], Titles{row[1], row[2]});
    return read;
  }();
  const auto found = titles.find(number);
  if (found == titles.end()) return "";
  return language == Language::es ? found->second.es : found->second.en;
}

}  // namespace veedor::rules
