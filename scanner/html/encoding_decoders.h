// The decoders of the Encoding Standard. Shared by the files of this folder only.
#pragma once

#include <string>
#include <string_view>

namespace veedor::html {

struct Text {
  std::string utf8;
  bool had_errors = false;
};

// `encoding` is a name as encoding_for_label() gives it; `bytes` have no byte order mark.
Text decode_as(std::string_view encoding, std::string_view bytes);

}  // namespace veedor::html
