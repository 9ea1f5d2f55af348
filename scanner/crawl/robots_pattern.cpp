// Percent-encoding and wildcards of robots.txt paths.
#include "scanner/crawl/robots_pattern.h"

#include <cstring>

#include "scanner/base/text.h"

namespace veedor::crawl {
namespace {

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

void append_encoded(std::string& out, unsigned char octet) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += '%';
  out += kDigits[octet >> 4U];
  out += kDigits[octet & 15U];
}

bool is_unreserved(unsigned char octet) {  // RFC 3986 §2.3
  const char c = static_cast<char>(octet);
  return is_ascii_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// The percent-encoded octet at `at`, or -1.
int encoded_octet(std::string_view text, std::size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return -1;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

// Appends the triplet at `at` in its one spelling; false when there is none.
bool append_triplet(std::string& out, std::string_view text, std::size_t at, Unreserved unreserved) {
  const int octet = encoded_octet(text, at);
  if (octet < 0) return false;
  const auto byte = static_cast<unsigned char>(octet);
  if (unreserved == Unreserved::decode && is_unreserved(byte)) {
    out += static_cast<char>(byte);
  } else {
    append_encoded(out, byte);
  }
  return true;
}

std::size_t find(std::string_view text, std::string_view part, std::size_t from) {
  // memmem is linear; string_view::find is quadratic on "aaaa…ab".
  if (part.empty()) return from;
  const void* found = memmem(text.data() + from, text.size() - from, part.data(), part.size());
  if (found == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

}  // namespace

std::string robots_pattern(std::string_view written, Unreserved unreserved) {
  std::string out;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const auto octet = static_cast<unsigned char>(written[i]);
    if (append_triplet(out, written, i, unreserved)) {
      i += 2;
    } else if (octet >= 0x80 || octet <= 0x20 || octet == 0x7F || (octet == '$' && i + 1 < written.size())) {
      append_encoded(out, octet);
    } else {
      out += written[i];
    }
  }
  return out;
}

std::string robots_target(std::string_view path_and_query, Unreserved unreserved) {
  std::string out;
  for (std::size_t i = 0; i < path_and_query.size(); ++i) {
    const char c = path_and_query[i];
    if (append_triplet(out, path_and_query, i, unreserved)) {
      i += 2;
    } else if (c == '*' || c == '$') {
      append_encoded(out, static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

bool robots_match(std::string_view pattern, std::string_view target) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);

  std::size_t star = pattern.find('*');
  const std::string_view first = pattern.substr(0, star);
  if (!target.starts_with(first)) return false;
  std::size_t matched = first.size();
  if (star == std::string_view::npos) return !anchored || matched == target.size();

  while (true) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    const std::string_view piece = pattern.substr(0, star);
    if (star == std::string_view::npos && anchored) {
      return target.size() - matched >= piece.size() && target.ends_with(piece);
    }
    const std::size_t at = find(target, piece, matched);
    if (at == std::string_view::npos) return false;
    if (star == std::string_view::npos) return true;
    matched = at + piece.size();
  }
}

}  // namespace veedor::crawl
