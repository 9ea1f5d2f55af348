#include "scanner/facts/data_url.h"

#include <array>
#include <cstdint>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/url/url.h"

namespace veedor::facts {
namespace {

constexpr std::string_view kScheme = "data:";

// The six bits of a base64 digit; 64 for what is none.
constexpr std::array<std::uint8_t, 256> kBase64 = [] {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::array<std::uint8_t, 256> values{};
  for (std::uint8_t& value : values) value = 64;
  for (std::size_t i = 0; i < kDigits.size(); ++i)
    values[static_cast<unsigned char>(kDigits[i])] = static_cast<std::uint8_t>(i);
  return values;
}();

// Infra Standard, "forgiving-base64 decode".
std::optional<std::string> decode_base64(std::string_view text) {
  std::string digits;
  digits.reserve(text.size());
  for (char c : text) {
    if (!is_ascii_whitespace(c)) digits += c;
  }
  if (digits.size() % 4 == 0) {
    for (int i = 0; i < 2 && digits.ends_with('='); ++i) digits.pop_back();
  }
  if (digits.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  bytes.reserve(digits.size() / 4 * 3 + 2);
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (char c : digits) {
    const std::uint8_t value = kBase64[static_cast<unsigned char>(c)];
    if (value == 64) return std::nullopt;
    bits = (bits << 6U | value) & 0xFFFFFFU;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFFU);
  }
  return bytes;
}

// URL Standard §4.4 drops these before it reads anything.
std::string without_line_breaks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  }
  return out;
}

// Cuts ";base64" off the end of `type`, in any case and with spaces after the semicolon.
bool take_base64(std::string_view& type) {
  constexpr std::string_view kWord = "base64";
  if (type.size() < kWord.size() || !ascii_iequals(type.substr(type.size() - kWord.size()), kWord))
    return false;
  std::string_view rest = type.substr(0, type.size() - kWord.size());
  while (rest.ends_with(' ')) rest.remove_suffix(1);
  if (!rest.ends_with(';')) return false;
  type = rest.substr(0, rest.size() - 1);
  return true;
}

}  // namespace

std::string DataUrl::essence() const {
  return ascii_lower(trim(std::string_view(type).substr(0, type.find(';'))));
}

bool is_data_url(std::string_view reference) {
  reference = trim(reference);
  return reference.size() >= kScheme.size() && ascii_iequals(reference.substr(0, kScheme.size()), kScheme);
}

std::optional<DataUrl> parse_data_url(std::string_view reference) {
  if (!is_data_url(reference)) return std::nullopt;
  reference = trim(reference);
  const std::string url = without_line_breaks(reference.substr(0, reference.find('#')));
  const std::string_view rest = std::string_view(url).substr(kScheme.size());
  const std::size_t comma = rest.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  std::string_view type = trim(rest.substr(0, comma));
  std::string bytes = url::percent_decode(rest.substr(comma + 1));
  if (take_base64(type)) {
    std::optional<std::string> decoded = decode_base64(bytes);
    if (!decoded) return std::nullopt;
    bytes = *std::move(decoded);
  }
  DataUrl data{.type = std::string(type), .bytes = std::move(bytes)};
  if (data.type.starts_with(';')) data.type.insert(0, "text/plain");
  if (data.type.empty()) data.type = "text/plain;charset=US-ASCII";
  return data;
}

}  // namespace veedor::facts
