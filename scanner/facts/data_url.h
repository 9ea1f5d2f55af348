// What a data: URL holds (RFC 2397, read as Fetch Standard §6 "data: URLs").
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace veedor::facts {

struct DataUrl {
  std::string type;   // as a Content-Type header has it: "text/css;charset=utf-8"
  std::string bytes;  // decoded
  // The type in lower case, without parameters.
  std::string essence() const;
};

// By its scheme alone, white space before it left out.
bool is_data_url(std::string_view reference);
// A fragment is cut off. Nothing for what is no data: URL, has no comma, or is no base64 where it says so.
std::optional<DataUrl> parse_data_url(std::string_view reference);

}  // namespace veedor::facts
