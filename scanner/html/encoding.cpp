// Which encoding a page is in: byte order mark, Content-Type, <meta>, guess.
#include "scanner/html/encoding.h"

#include "scanner/base/text.h"
#include "scanner/html/encoding_decoders.h"
#include "scanner/html/encoding_prescan.h"

namespace veedor::html {
namespace {

struct Mark {
  std::string_view bytes;
  std::string_view encoding;
};

constexpr Mark kMarks[] = {{"\xEF\xBB\xBF", "utf-8"}, {"\xFE\xFF", "utf-16be"}, {"\xFF\xFE", "utf-16le"}};

// The value of a parameter: a token, or a quoted string with backslash escapes (MIME Sniffing Standard §4.4).
std::string parameter_value(std::string_view text) {
  if (!text.starts_with('"')) return std::string(trim(text));
  std::string value;
  for (std::size_t i = 1; i < text.size() && text[i] != '"'; ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    value += text[i];
  }
  return value;
}

// The end of the parameter at the beginning of `text`: the ";" outside quotes.
std::size_t parameter_end(std::string_view text) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      quoted = !quoted;
    else if (text[i] == ';' && !quoted)
      return i;
  }
  return text.size();
}

std::string_view encoding_in_header(std::string_view content_type) {
  std::size_t begin = content_type.find(';');
  while (begin < content_type.size()) {
    const std::string_view rest = content_type.substr(begin + 1);
    const std::size_t length = parameter_end(rest);
    const std::string_view parameter = trim(rest.substr(0, length));
    const std::size_t equals = parameter.find('=');
    if (equals != std::string_view::npos && ascii_iequals(parameter.substr(0, equals), "charset")) {
      return encoding_for_label(parameter_value(parameter.substr(equals + 1)));
    }
    begin += 1 + length;
  }
  return {};
}

Decoded decoded(std::string_view bytes, std::string_view encoding, EncodingSource source) {
  Text text = decode_as(encoding, bytes);
  return {.text = std::move(text.utf8),
          .encoding = std::string(encoding),
          .source = source,
          .had_errors = text.had_errors};
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view content_type) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) {
      return decoded(bytes.substr(mark.bytes.size()), mark.encoding, EncodingSource::bom);
    }
  }
  if (const auto encoding = encoding_in_header(content_type); !encoding.empty()) {
    return decoded(bytes, encoding, EncodingSource::header);
  }
  if (const auto encoding = prescan(bytes); !encoding.empty())
    return decoded(bytes, encoding, EncodingSource::meta);
  return decoded(bytes, is_valid_utf8(bytes) ? "utf-8" : "windows-1252", EncodingSource::guess);
}

}  // namespace veedor::html
