#include "scanner/url/percent_encoding.h"

#include <array>
#include <cstddef>

#include "scanner/base/text.h"
#include "scanner/url/url.h"

namespace veedor::url {
namespace {

using ByteSet = std::array<bool, 256>;

constexpr ByteSet with(ByteSet set, std::string_view more) {
  for (char c : more) set[static_cast<unsigned char>(c)] = true;
  return set;
}

constexpr ByteSet c0_control_set() {
  ByteSet set{};
  for (std::size_t byte = 0; byte < set.size(); ++byte) set[byte] = byte <= 0x1F || byte >= 0x7F;
  return set;
}

constexpr ByteSet kC0Control = c0_control_set();
constexpr ByteSet kFragment = with(kC0Control, " \"<>`");
constexpr ByteSet kQuery = with(kC0Control, " \"#<>");
constexpr ByteSet kSpecialQuery = with(kQuery, "'");
constexpr ByteSet kPath = with(kQuery, "?^`{}");
constexpr ByteSet kUserinfo = with(kPath, "/:;=@[\\]|");

const ByteSet& bytes_of(EncodeSet set) {
  switch (set) {
    case EncodeSet::c0_control:
      return kC0Control;
    case EncodeSet::fragment:
      return kFragment;
    case EncodeSet::query:
      return kQuery;
    case EncodeSet::special_query:
      return kSpecialQuery;
    case EncodeSet::path:
      return kPath;
    case EncodeSet::userinfo:
      return kUserinfo;
  }
  return kUserinfo;
}

// The value of a hexadecimal digit, or -1.
int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

void percent_encode(std::string& out, std::string_view text, EncodeSet set) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const ByteSet& encoded = bytes_of(set);
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (encoded[byte]) {
      out += '%';
      out += kDigits[byte >> 4];
      out += kDigits[byte & 0xF];
    } else {
      out += c;
    }
  }
}

std::string percent_encode(std::string_view text, EncodeSet set) {
  std::string out;
  out.reserve(text.size());
  percent_encode(out, text, set);
  return out;
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low < 0) {
      out += text[i];
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

}  // namespace veedor::url
