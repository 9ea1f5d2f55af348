// From bytes to UTF-8: the encoding sniffing algorithm of the HTML Standard §13.2.3 and the decoders of the
// Encoding Standard.
#pragma once

#include <string>
#include <string_view>

namespace veedor::html {

enum class EncodingSource { bom, header, meta, guess };

struct Decoded {
  std::string text;      // valid UTF-8; what could not be decoded is U+FFFD
  std::string encoding;  // the Encoding Standard's name in lower case: "windows-1252"
  EncodingSource source = EncodingSource::guess;
  bool had_errors = false;  // a byte sequence was ill-formed in that encoding
};

// `content_type` is the Content-Type header's value, "" if absent. Order: BOM, header, <meta> in the first
// 1,024 bytes, guess (UTF-8 if it is valid UTF-8, else windows-1252).
Decoded decode(std::string_view bytes, std::string_view content_type);

// Encoding Standard §4.2, "get an encoding": "iso-8859-1" and "latin1" mean "windows-1252". Empty for an
// unknown label.
std::string_view encoding_for_label(std::string_view label);

}  // namespace veedor::html
