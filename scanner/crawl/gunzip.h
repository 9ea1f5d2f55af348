// Opens gzip data without letting it grow beyond a cap.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace veedor::crawl {

struct Gunzipped {
  std::string bytes;      // what could be read
  bool complete = false;  // false: the cap was reached, or the data is broken or cut
};

bool is_gzip(std::string_view bytes);  // RFC 1952 §2.3.1
Gunzipped gunzip(std::string_view bytes, std::size_t max_bytes);

}  // namespace veedor::crawl
