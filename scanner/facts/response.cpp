// Header fields and the media type of an answer.
#include "scanner/facts/response.h"

#include "scanner/base/text.h"

namespace veedor::facts {

void Headers::add(std::string_view name, std::string_view value) {
  fields_.push_back({ascii_lower(name), std::string(trim(value))});
}

std::optional<std::string_view> Headers::find(std::string_view name) const {
  for (const Header& field : fields_) {
    if (ascii_iequals(field.name, name)) return field.value;
  }
  return std::nullopt;
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const Header& field : fields_) {
    if (ascii_iequals(field.name, name)) values.emplace_back(field.value);
  }
  return values;
}

std::optional<std::string> Headers::joined(std::string_view name) const {
  std::optional<std::string> list;
  for (std::string_view value : all(name)) {
    if (!list) {
      list = std::string(value);
    } else {
      list->append(", ").append(value);
    }
  }
  return list;
}

std::string Response::media_type() const {
  const std::string_view value = content_type();
  // A comma stands between two fields that a proxy joined into one; a media type holds none (RFC 9110
  // §8.3.1).
  return ascii_lower(trim(value.substr(0, value.find_first_of(";,"))));
}

}  // namespace veedor::facts
