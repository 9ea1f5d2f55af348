#include "scanner/tls/enumerate/common_primes.h"

#include <bit>
#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "data/common_primes_tsv.h"
#include "scanner/base/text.h"

namespace veedor::tls {
namespace {

// Size and a piece of the middle tell them apart: some share their beginning and their end.
using Key = std::pair<int, std::string>;
constexpr std::size_t kDigits = 64;

std::map<Key, std::string_view> read_table() {
  std::map<Key, std::string_view> table;
  for (std::string_view line : split(data::common_primes_tsv, '\n')) {
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    if (line.starts_with('#') || second == std::string_view::npos) continue;
    int bits = 0;
    std::from_chars(line.data(), line.data() + first, bits);
    table.emplace(Key{bits, std::string(line.substr(first + 1, second - first - 1))},
                  line.substr(second + 1));
  }
  return table;
}

std::string hexadecimal(const Bytes& bytes) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text;
  for (std::uint8_t byte : bytes) text.append({kHex[byte >> 4], kHex[byte & 15]});
  if (text.starts_with('0')) text.erase(0, 1);
  return text;
}

}  // namespace

std::string_view common_prime_name(const Bytes& prime) {
  static const std::map<Key, std::string_view> table = read_table();
  if (prime.empty()) return {};
  const int bits =
      static_cast<int>(prime.size() - 1) * 8 + std::bit_width(static_cast<unsigned>(prime.front()));
  const std::string digits = hexadecimal(prime);
  const auto found = table.find(Key{bits, digits.substr(digits.size() / 2, kDigits)});
  return found == table.end() ? std::string_view() : found->second;
}

}  // namespace veedor::tls
