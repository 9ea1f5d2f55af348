// UTF-8 and UTF-16 are decoded here; the legacy encodings through iconv, with what glibc sees differently
// from browsers.
#include "scanner/html/encoding_decoders.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"
#include "scanner/html/encoding_iconv.h"

namespace veedor::html {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

unsigned byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

void add_error(Text& text) {
  text.utf8 += kReplacement;
  text.had_errors = true;
}

struct Sequence {
  std::size_t length;
  bool well_formed;
};

// The UTF-8 sequence at the beginning of `bytes`, or its maximal subpart where it is ill-formed (Encoding
// Standard §8.1.1).
Sequence utf8_sequence(std::string_view bytes) {
  const unsigned lead = byte_at(bytes, 0);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;   // no overlong form
  unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;  // no surrogate, nothing above U+10FFFF
  for (std::size_t i = 1; i < length; ++i) {
    if (i >= bytes.size() || byte_at(bytes, i) < low || byte_at(bytes, i) > high) return {i, false};
    low = 0x80;
    high = 0xBF;
  }
  return {length, true};
}

Text decode_utf8(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return {.utf8 = std::string(bytes)};
  Text text;
  text.utf8.reserve(bytes.size());
  while (!bytes.empty()) {
    const Sequence sequence = utf8_sequence(bytes);
    if (sequence.well_formed)
      text.utf8 += bytes.substr(0, sequence.length);
    else
      add_error(text);
    bytes.remove_prefix(sequence.length);
  }
  return text;
}

enum class ByteOrder { little, big };

// Encoding Standard §14.2: a surrogate without its partner and an odd last byte are errors.
Text decode_utf16(std::string_view bytes, ByteOrder order) {
  const auto unit = [&](std::size_t i) -> char32_t {
    const unsigned first = byte_at(bytes, i);
    const unsigned second = byte_at(bytes, i + 1);
    return order == ByteOrder::big ? first << 8 | second : second << 8 | first;
  };
  Text text;
  text.utf8.reserve(bytes.size());
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    const char32_t high = unit(i);
    if (high < 0xD800 || high > 0xDFFF) {
      append_utf8(text.utf8, high);
      continue;
    }
    const char32_t low = i + 3 < bytes.size() ? unit(i + 2) : 0;
    if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
      add_error(text);
      continue;
    }
    append_utf8(text.utf8, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
    i += 2;
  }
  if (i < bytes.size()) add_error(text);
  return text;
}

// A byte that glibc maps to something else than the Encoding Standard's index does.
struct Difference {
  unsigned char byte;
  char32_t code_point;
};

struct SingleByte {
  std::string_view encoding;
  const char* charset;
  std::array<Difference, 2> differences = {};
};

constexpr auto kSingleByte = std::to_array<SingleByte>({
    {"ibm866", "CP866"},
    {"iso-8859-2", "ISO-8859-2"},
    {"iso-8859-3", "ISO-8859-3"},
    {"iso-8859-4", "ISO-8859-4"},
    {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-6", "ISO-8859-6"},
    {"iso-8859-7", "ISO-8859-7"},
    {"iso-8859-8", "ISO-8859-8"},
    {"iso-8859-8-i", "ISO-8859-8"},
    {"iso-8859-10", "ISO-8859-10"},
    {"iso-8859-13", "ISO-8859-13"},
    {"iso-8859-14", "ISO-8859-14"},
    {"iso-8859-15", "ISO-8859-15"},
    {"iso-8859-16", "ISO-8859-16"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U", {{{0xAE, 0x045E}, {0xBE, 0x040E}}}},
    {"macintosh", "MACINTOSH", {{{0xC6, 0x2206}, {0xF0, 0xF8FF}}}},
    {"windows-874", "CP874"},
    {"windows-1250", "CP1250"},
    {"windows-1251", "CP1251"},
    {"windows-1252", "CP1252"},
    {"windows-1253", "CP1253"},
    {"windows-1254", "CP1254"},
    {"windows-1255", "CP1255", {{{0xCA, 0x05BA}}}},
    {"windows-1256", "CP1256"},
    {"windows-1257", "CP1257"},
    {"windows-1258", "CP1258"},
    {"x-mac-cyrillic", "MAC-UK", {{{0xFF, 0x20AC}}}},
});

// One byte at a time, so that glibc composes nothing (windows-1255, windows-1258). An unassigned byte from
// 0x80 to 0x9F is the C1 control of that number; any other is an error, an empty string here.
std::array<std::string, 128> upper_half(const SingleByte& encoding) {
  std::array<std::string, 128> table;
  Iconv iconv(encoding.charset);
  for (unsigned i = 0; i < table.size(); ++i) {
    const char byte = static_cast<char>(0x80 + i);
    std::string_view rest(&byte, 1);
    iconv.convert(rest, table[i]);
    if (!rest.empty() && i < 0x20) append_utf8(table[i], 0x80 + i);
  }
  for (const Difference& difference : encoding.differences) {
    if (difference.byte == 0) continue;
    std::string& entry = table[difference.byte - 0x80U];
    entry.clear();
    append_utf8(entry, difference.code_point);
  }
  return table;
}

Text decode_single_byte(const SingleByte& encoding, std::string_view bytes) {
  const auto table = upper_half(encoding);
  Text text;
  text.utf8.reserve(bytes.size() + bytes.size() / 8);
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      text.utf8 += c;
    else if (table[byte - 0x80U].empty())
      add_error(text);
    else
      text.utf8 += table[byte - 0x80U];
  }
  return text;
}

struct MultiByte {
  std::string_view encoding;
  const char* charset;
  char32_t byte_80 = 0;  // what the byte 0x80 alone means to browsers, where it is no error
};

constexpr auto kMultiByte = std::to_array<MultiByte>({
    {"gbk", "GB18030", 0x20AC},  // §10.1.1: the decoder of gbk is that of gb18030
    {"gb18030", "GB18030", 0x20AC},
    {"big5", "BIG5-HKSCS"},
    {"euc-jp", "EUC-JP-MS"},
    {"shift_jis", "CP932", 0x80},
    {"euc-kr", "UHC"},
});

// How much of `rest`, which begins with an error, one U+FFFD stands for: a lead byte and its trail byte, but
// never ASCII.
std::size_t error_length(std::string_view rest) {
  const bool pair =
      rest.size() > 1 && byte_at(rest, 0) > 0x80 && byte_at(rest, 0) < 0xFF && byte_at(rest, 1) >= 0x80;
  return pair ? 2 : 1;
}

Text decode_multi_byte(const MultiByte& encoding, std::string_view bytes) {
  Iconv iconv(encoding.charset);
  Text text;
  text.utf8.reserve(bytes.size() + bytes.size() / 2);
  while (true) {
    iconv.convert(bytes, text.utf8);
    if (bytes.empty()) return text;
    if (byte_at(bytes, 0) == 0x80 && encoding.byte_80 != 0) {
      append_utf8(text.utf8, encoding.byte_80);
      bytes.remove_prefix(1);
    } else {
      add_error(text);
      bytes.remove_prefix(error_length(bytes));
    }
  }
}

// Encoding Standard §12.2.1. A pair of bytes in the two-byte state is the same character as in EUC-JP with
// the high bits set.
class Iso2022Jp {
 public:
  Text decode(std::string_view bytes) {
    while (!bytes.empty()) bytes.remove_prefix(step(bytes));
    return std::move(text_);
  }

 private:
  enum class State { ascii, roman, katakana, two_bytes };

  // Returns how many bytes were read.
  std::size_t step(std::string_view bytes) {
    if (bytes[0] == '\x1B' && escape(bytes.substr(1, 2))) return 3;
    const unsigned byte = byte_at(bytes, 0);
    const bool printable = byte >= 0x21 && byte <= 0x7E;
    if (state_ == State::two_bytes && printable) return pair(bytes);
    if (byte >= 0x80 || byte == 0x0E || byte == 0x0F || byte == 0x1B)
      add_error(text_);
    else if (state_ == State::roman && byte == '\\')
      append_utf8(text_.utf8, 0xA5);
    else if (state_ == State::roman && byte == '~')
      append_utf8(text_.utf8, 0x203E);
    else if (state_ == State::katakana && byte >= 0x21 && byte <= 0x5F)
      append_utf8(text_.utf8, 0xFF61 - 0x21 + byte);
    else if ((state_ == State::katakana || state_ == State::two_bytes) && byte != '\n' && byte != '\r')
      add_error(text_);
    else
      text_.utf8 += bytes[0];
    return 1;
  }

  bool escape(std::string_view sequence) {
    if (sequence == "(B")
      state_ = State::ascii;
    else if (sequence == "(J")
      state_ = State::roman;
    else if (sequence == "(I")
      state_ = State::katakana;
    else if (sequence == "$@" || sequence == "$B")
      state_ = State::two_bytes;
    else
      return false;
    return true;
  }

  std::size_t pair(std::string_view bytes) {
    const unsigned trail = bytes.size() > 1 ? byte_at(bytes, 1) : 0;
    if (trail < 0x21 || trail > 0x7E) {
      add_error(text_);
      return trail == 0x1B || bytes.size() == 1 ? 1 : 2;
    }
    const std::array<char, 2> euc = {static_cast<char>(byte_at(bytes, 0) | 0x80U),
                                     static_cast<char>(trail | 0x80U)};
    std::string_view rest(euc.data(), euc.size());
    euc_jp_.convert(rest, text_.utf8);
    if (!rest.empty()) add_error(text_);
    return 2;
  }

  State state_ = State::ascii;
  Iconv euc_jp_{"EUC-JP-MS"};
  Text text_;
};

// Encoding Standard §14.5.1
Text decode_user_defined(std::string_view bytes) {
  Text text;
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_utf8(text.utf8, byte < 0x80 ? byte : 0xF780U + byte - 0x80U);
  }
  return text;
}

}  // namespace

Text decode_as(std::string_view encoding, std::string_view bytes) {
  if (encoding == "utf-8") return decode_utf8(bytes);
  if (encoding == "utf-16le") return decode_utf16(bytes, ByteOrder::little);
  if (encoding == "utf-16be") return decode_utf16(bytes, ByteOrder::big);
  if (encoding == "iso-2022-jp") return Iso2022Jp().decode(bytes);
  if (encoding == "x-user-defined") return decode_user_defined(bytes);
  const auto single = std::ranges::find(kSingleByte, encoding, &SingleByte::encoding);
  if (single != kSingleByte.end()) return decode_single_byte(*single, bytes);
  const auto multi = std::ranges::find(kMultiByte, encoding, &MultiByte::encoding);
  if (multi != kMultiByte.end()) return decode_multi_byte(*multi, bytes);
  // §14.1 "replacement": encodings in which markup can be hidden from a filter.
  if (bytes.empty()) return {};
  return {.utf8 = std::string(kReplacement), .had_errors = true};
}

}  // namespace veedor::html
