// The IPv4 parser and serialiser of URL Standard §3.5 and §3.6.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/text.h"
#include "scanner/url/host.h"

namespace veedor::url {
namespace {

constexpr std::uint64_t kTooLarge = std::uint64_t{1}
                                    << 32;  // numbers stop here: no address has a larger part

// "10", "012" (octal) or "0xA"; "0x" is zero. Nothing where it is no number.
std::optional<std::uint64_t> parse_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  unsigned base = 10;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    base = 16;
    text.remove_prefix(2);
  } else if (text.size() > 1 && text.starts_with('0')) {
    base = 8;
    text.remove_prefix(1);
  }
  std::uint64_t value = 0;
  for (char c : text) {
    const char lower = ascii_lower(c);
    const int digit = is_ascii_digit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    if (digit < 0 || digit >= static_cast<int>(base)) return std::nullopt;
    value = std::min(value * base + static_cast<unsigned>(digit), kTooLarge);
  }
  return value;
}

// The parts between dots, without the empty one behind a final dot.
std::vector<std::string_view> parts_of(std::string_view host) {
  std::vector<std::string_view> parts = split(host, '.');
  if (parts.size() > 1 && parts.back().empty()) parts.pop_back();
  return parts;
}

std::string serialize(std::uint64_t address) {
  std::string out;
  for (unsigned shift = 24;; shift -= 8) {
    out += std::to_string((address >> shift) & 0xFF);
    if (shift == 0) return out;
    out += '.';
  }
}

}  // namespace

bool ends_in_a_number(std::string_view host) {
  const std::string_view last = parts_of(host).back();
  if (last.empty()) return false;
  return std::ranges::all_of(last, is_ascii_digit) || parse_number(last).has_value();
}

Result<std::string> parse_ipv4(std::string_view input) {
  const std::vector<std::string_view> parts = parts_of(input);
  if (parts.size() > 4) return Error{"the IPv4 address has more than four parts"};
  std::uint64_t address = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::optional<std::uint64_t> number = parse_number(parts[i]);
    if (!number) return Error{"the IPv4 address has a part that is no number"};
    // The last part fills all the bytes that are left: "127.1" is 127.0.0.1.
    const bool last = i + 1 == parts.size();
    const std::uint64_t limit = last ? std::uint64_t{1} << (8 * (5 - parts.size())) : 256;
    if (*number >= limit) return Error{"the IPv4 address has a part that is too large"};
    address += last ? *number : *number << (8 * (3 - i));
  }
  return serialize(address);
}

}  // namespace veedor::url
