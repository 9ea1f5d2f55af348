// "key = value" lines and the names of enumerators: what host and site blocks are made of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/base/text.h"

namespace veedor::rules::cases {

struct Setting {
  std::string key;
  std::string value;
};

inline Result<std::vector<Setting>> read_settings(std::string_view text) {
  std::vector<Setting> settings;
  for (std::string_view line : split(text, '\n')) {
    if (trim(line).empty()) continue;
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos) return Error{"expected 'key = value': " + std::string(line)};
    settings.push_back(
        {std::string(trim(line.substr(0, equals))), std::string(trim(line.substr(equals + 1)))});
  }
  return settings;
}

// The enumerator, from the first to `last`, that `name_of` calls `text`, without regard to case.
template <class Enum, class NameOf>
std::optional<Enum> enumerator(std::string_view text, Enum last, NameOf name_of) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (ascii_iequals(name_of(static_cast<Enum>(i)), text)) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

inline Error not_understood(const Setting& setting) {
  return Error{"not understood: " + setting.key + " = " + setting.value};
}

}  // namespace veedor::rules::cases
