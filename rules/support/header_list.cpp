// Header fields that hold a list, split as browsers split them.
#include "rules/support/header_list.h"

#include <cstddef>

#include "scanner/base/text.h"

namespace veedor::rules {

std::vector<std::string_view> split_list(std::string_view value) {
  std::vector<std::string_view> members;
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (quoted && c == '\\') {
      ++i;  // RFC 9110 §5.6.4, quoted-pair
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      members.push_back(trim(value.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  members.push_back(trim(value.substr(begin)));
  return members;
}

std::vector<std::string_view> list_values(const facts::Headers& headers, std::string_view name) {
  std::vector<std::string_view> members;
  for (std::string_view field : headers.all(name)) {
    const auto more = split_list(field);
    members.insert(members.end(), more.begin(), more.end());
  }
  return members;
}

}  // namespace veedor::rules
