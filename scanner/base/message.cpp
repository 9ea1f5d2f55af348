#include "scanner/base/message.h"

#include <algorithm>

#include "scanner/base/text.h"

namespace veedor {
namespace {

constexpr bool is_name(char c) { return is_ascii_alnum(c) || c == '_'; }

// The length of a placeholder's name when `text` starts with "{name}", else 0.
std::size_t placeholder_length(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && is_name(text[end])) ++end;
  return end > 1 && end < text.size() && text[end] == '}' ? end - 1 : 0;
}

// Calls `literal` for each run of plain text and `name` for each placeholder, in order.
template <class Literal, class Name>
void scan(std::string_view pattern, Literal literal, Name name) {
  std::size_t start = 0;
  for (std::size_t brace = pattern.find('{'); brace != std::string_view::npos;
       brace = pattern.find('{', brace + 1)) {
    std::size_t length = placeholder_length(pattern.substr(brace));
    if (length == 0) continue;
    literal(pattern.substr(start, brace - start));
    name(pattern.substr(brace + 1, length));
    start = brace + length + 2;
  }
  literal(pattern.substr(start));
}

}  // namespace

std::string fill(std::string_view pattern, const Values& values) {
  std::string out;
  scan(
      pattern, [&](std::string_view text) { out += text; },
      [&](std::string_view name) {
        auto value = std::ranges::find(values, name, &Value::name);
        if (value != values.end()) {
          out += value->text;
        } else {
          out.append("{").append(name).append("}");
        }
      });
  return out;
}

std::vector<std::string> placeholders(std::string_view pattern) {
  std::vector<std::string> names;
  scan(
      pattern, [](std::string_view) {}, [&](std::string_view name) { names.emplace_back(name); });
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace veedor
