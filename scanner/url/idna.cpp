// Domain to ASCII: UTS #46 by ICU, brought to Unicode 16 where Debian's ICU is older.
#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <unicode/idna.h>
#include <unicode/unistr.h>

#include "scanner/base/text.h"
#include "scanner/url/host.h"
#include "scanner/url/url.h"

namespace veedor::url {
namespace {

// DNS names have 253 bytes. ICU's cost grows with the square of the labels, so a far longer name is refused.
constexpr std::size_t kMaxUnicodeDomain = 4096;

// UTS #46 revision 33 (Unicode 16): `first` to `last` were disallowed before and are now ignored, or mapped
// to the characters that start at `target`.
struct Change {
  char32_t first;
  char32_t last;
  char32_t target;  // 0: ignored
};
constexpr std::array kChanges = {
    Change{0x04C0, 0x04C0, 0x04CF},    // Cyrillic palochka
    Change{0x10A0, 0x10C5, 0x2D00},    // Georgian capitals
    Change{0x115F, 0x1160, 0},         // Hangul fillers
    Change{0x17B4, 0x17B5, 0},         // Khmer inherent vowels
    Change{0x180E, 0x180E, 0},         // Mongolian vowel separator
    Change{0x1E9E, 0x1E9E, 0x00DF},    // capital sharp s; "ss" before revision 31
    Change{0x2061, 0x2063, 0},         // invisible operators
    Change{0x206A, 0x206F, 0},         // deprecated format controls
    Change{0x2132, 0x2132, 0x214E},    // turned capital F
    Change{0x2183, 0x2183, 0x2184},    // reversed Roman numeral one hundred
    Change{0x3164, 0x3164, 0},         // Hangul filler
    Change{0xFFA0, 0xFFA0, 0},         // halfwidth Hangul filler
    Change{0x1D173, 0x1D17A, 0},       // musical format controls
    Change{0x2F868, 0x2F868, 0x36FC},  // CJK compatibility ideographs, these five
    Change{0x2F874, 0x2F874, 0x5F53}, Change{0x2F91F, 0x2F91F, 0x243AB},
    Change{0x2F95F, 0x2F95F, 0x7AEE}, Change{0x2F9BF, 0x2F9BF, 0x45D7},
};

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::UnicodeString apply_changes(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    const auto code = static_cast<char32_t>(c);
    const auto* change =
        std::ranges::find_if(kChanges, [code](const Change& x) { return code >= x.first && code <= x.last; });
    if (change == kChanges.end()) {
      out.append(c);
    } else if (change->target != 0) {
      out.append(static_cast<UChar32>(change->target + (code - change->first)));
    }
  }
  return out;
}

// UTS #46 §4, step 4.3: "xn--" and "xn--example-" hold nothing that needed Punycode. ICU before 76 lets them
// pass.
bool has_needless_punycode(std::string_view domain) {
  return std::ranges::any_of(split(domain, '.'), [](std::string_view label) {
    return label.starts_with("xn--") && label.ends_with('-');
  });
}

// URL Standard §3.3 with be_strict false: CheckHyphens, UseSTD3ASCIIRules and VerifyDnsLength are off;
// CheckBidi and CheckJoiners are on; processing is non-transitional.
Result<std::string> unicode_to_ascii(std::string_view domain) {
  constexpr std::uint32_t kOptions = UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                                     UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE;
  constexpr std::uint32_t kTolerated = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                       UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                       UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
  if (domain.size() > kMaxUnicodeDomain) return Error{"the host name is too long"};
  UErrorCode status = U_ZERO_ERROR;
  // Immutable and safe to share between threads, says ICU.
  static const std::unique_ptr<const icu::IDNA> idna(icu::IDNA::createUTS46Instance(kOptions, status));
  if (!idna) return Error{"ICU has no data for international domain names"};
  status = U_ZERO_ERROR;

  const auto size = static_cast<std::int32_t>(domain.size());
  const icu::UnicodeString text =
      apply_changes(icu::UnicodeString::fromUTF8(icu::StringPiece(domain.data(), size)));
  icu::UnicodeString ascii;
  icu::IDNAInfo info;
  idna->nameToASCII(text, ascii, info, status);
  if (U_FAILURE(status) || (info.getErrors() & ~kTolerated) != 0) {
    return Error{"the host is not a valid international domain name"};
  }
  std::string result;
  ascii.toUTF8String(result);
  if (has_needless_punycode(result)) return Error{"the host holds invalid Punycode"};
  return result;
}

// URL Standard §3.1, "forbidden domain code point".
bool is_forbidden_in_domain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7F || std::string_view("#/:<>?@[\\]^|%").find(c) != std::string_view::npos;
}

}  // namespace

Result<std::string> domain_to_ascii(std::string_view domain) {
  // ASCII is only lower-cased, even where it looks like Punycode: what resolves must stay reachable.
  Result<std::string> ascii = is_ascii(domain) ? Result(ascii_lower(domain)) : unicode_to_ascii(domain);
  if (!ascii) return ascii;
  if (ascii->empty()) return Error{"the host is empty"};
  if (std::ranges::any_of(*ascii, is_forbidden_in_domain)) {
    return Error{"the host has a character that no domain may have"};
  }
  return ascii;
}

std::string repair_utf8(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string out;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())))
      .toUTF8String(out);
  return out;
}

}  // namespace veedor::url
