// The IPv6 parser and serialiser of URL Standard §3.5 and §3.6.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scanner/base/text.h"
#include "scanner/url/host.h"

namespace veedor::url {
namespace {

using Pieces = std::array<std::uint16_t, 8>;

Error malformed() { return Error{"the IPv6 address is malformed"}; }

// Up to four hexadecimal digits at the start of `text`, which moves past them.
std::uint16_t take_hex(std::string_view& text) {
  unsigned value = 0;
  for (int length = 0; length < 4 && !text.empty(); ++length) {
    const char c = ascii_lower(text.front());
    if (!is_ascii_digit(c) && (c < 'a' || c > 'f')) break;
    value = value * 16 + static_cast<unsigned>(is_ascii_digit(c) ? c - '0' : c - 'a' + 10);
    text.remove_prefix(1);
  }
  return static_cast<std::uint16_t>(value);
}

// "192.0.2.1", the last 32 bits: four decimal numbers without leading zeros.
std::optional<std::uint32_t> parse_dotted(std::string_view text) {
  std::uint32_t address = 0;
  int count = 0;
  for (std::string_view part : split(text, '.')) {
    if (++count > 4 || part.empty() || part.size() > 3 || (part.size() > 1 && part[0] == '0'))
      return std::nullopt;
    unsigned value = 0;
    for (char c : part) {
      if (!is_ascii_digit(c)) return std::nullopt;
      value = value * 10 + static_cast<unsigned>(c - '0');
    }
    if (value > 255) return std::nullopt;
    address = address << 8 | value;
  }
  if (count != 4) return std::nullopt;
  return address;
}

// The pieces written, and where "::" stands among them.
struct Written {
  Pieces pieces{};
  std::size_t count = 0;
  std::optional<std::size_t> gap;
};

std::optional<Written> read_pieces(std::string_view text) {
  Written written;
  if (text.starts_with(':')) {
    if (!text.starts_with("::")) return std::nullopt;
    text.remove_prefix(2);
    written.gap = 0;
  }
  while (!text.empty()) {
    if (written.count == 8) return std::nullopt;
    if (text.starts_with(':')) {
      if (written.gap) return std::nullopt;
      text.remove_prefix(1);
      written.gap = written.count;
      continue;
    }
    const std::string_view start = text;
    const std::uint16_t piece = take_hex(text);
    if (text.starts_with('.')) {
      const std::optional<std::uint32_t> tail = parse_dotted(start);
      if (!tail || written.count > 6) return std::nullopt;
      written.pieces[written.count++] = static_cast<std::uint16_t>(*tail >> 16);
      written.pieces[written.count++] = static_cast<std::uint16_t>(*tail & 0xFFFF);
      return written;
    }
    if (text.size() == start.size()) return std::nullopt;
    written.pieces[written.count++] = piece;
    if (text.empty()) return written;
    if (!text.starts_with(':') || text.size() == 1) return std::nullopt;
    text.remove_prefix(1);
  }
  return written;
}

// Where the longest run of two or more zero pieces starts and how long it is: the first of several.
struct Run {
  std::size_t start = 8;
  std::size_t length = 1;
};

Run longest_zeros(const Pieces& pieces) {
  Run best;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    std::size_t end = i;
    while (end < pieces.size() && pieces[end] == 0) ++end;
    if (end - i > best.length) best = {.start = i, .length = end - i};
    if (end > i) i = end - 1;
  }
  return best;
}

std::string serialize(const Pieces& pieces) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  const Run zeros = longest_zeros(pieces);
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i == zeros.start) {
      out += i == 0 ? "::" : ":";
      i += zeros.length - 1;
      continue;
    }
    bool started = false;
    for (int shift = 12; shift >= 0; shift -= 4) {
      const auto digit = static_cast<std::size_t>(pieces[i] >> shift) & 0xF;
      started = started || digit != 0 || shift == 0;
      if (started) out += kDigits[digit];
    }
    if (i != 7) out += ':';
  }
  return out;
}

}  // namespace

Result<std::string> parse_ipv6(std::string_view input) {
  const std::optional<Written> written = read_pieces(input);
  if (!written) return malformed();
  if (!written->gap) {
    if (written->count != 8) return malformed();
    return serialize(written->pieces);
  }
  if (written->count == 8) return malformed();
  Pieces pieces{};
  const std::size_t missing = 8 - written->count;
  for (std::size_t i = 0; i < written->count; ++i) {
    pieces[i < *written->gap ? i : i + missing] = written->pieces[i];
  }
  return serialize(pieces);
}

}  // namespace veedor::url
