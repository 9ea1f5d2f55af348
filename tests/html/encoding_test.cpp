// From bytes to UTF-8: which encoding, and what its bytes mean.
#include "scanner/html/encoding.h"

#include <gtest/gtest.h>

#include "scanner/base/text.h"

namespace veedor::html {
namespace {

using namespace std::string_view_literals;

TEST(Encoding, LabelsMeanWhatBrowsersTakeThemFor) {
  struct Case {
    std::string_view label;
    std::string_view encoding;
  };
  const Case cases[] = {
      {"utf-8", "utf-8"},
      {" UTF8\n", "utf-8"},
      {"iso-8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"ASCII", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"iso-8859-15", "iso-8859-15"},
      {"gb2312", "gbk"},
      {"ks_c_5601-1987", "euc-kr"},
      {"utf-16", "utf-16le"},
      {"unicodefffe", "utf-16be"},
      {"tis-620", "windows-874"},
      {"iso-2022-kr", "replacement"},
      {"hz-gb-2312", "replacement"},
      {"x-sjis", "shift_jis"},
      {"logical", "iso-8859-8-i"},
      {"", ""},
      {"utf 8", ""},
      {"utf-7", ""},
      {"utf-8 utf8", ""},
      {"iso-8859", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(encoding_for_label(c.label), c.encoding) << c.label;
}

TEST(Encoding, Sources) {
  struct Case {
    std::string_view bytes;
    std::string_view content_type;
    std::string_view encoding;
    EncodingSource source;
  };
  const std::string far = std::string(1024, ' ') + "<meta charset=koi8-r>";
  const Case cases[] = {
      {"", "", "utf-8", EncodingSource::guess},
      {"a\xC3\xB1o", "", "utf-8", EncodingSource::guess},
      {"a\xF1o", "", "windows-1252", EncodingSource::guess},
      {"\xEF\xBB\xBF"
       "a",
       "text/html; charset=iso-8859-1", "utf-8", EncodingSource::bom},  // BOM before header
      {"\xFF\xFE"
       "a\0"sv,
       "text/html; charset=utf-8", "utf-16le", EncodingSource::bom},
      {"\xFE\xFF\0a"sv, "", "utf-16be", EncodingSource::bom},
      {"<meta charset=utf-8>", "text/html; charset=koi8-r", "koi8-r",
       EncodingSource::header},  // header before meta
      {"", "text/html;CHARSET=\"UTF-8\"", "utf-8", EncodingSource::header},
      {"", "text/html; a=\"x;charset=koi8-r\"; charset=utf-8", "utf-8", EncodingSource::header},
      {"", "text/html; charset=\"koi8\\-r\"", "koi8-r", EncodingSource::header},
      {"", "text/html; xcharset=koi8-r", "utf-8", EncodingSource::guess},
      {"", "text/html; charset", "utf-8", EncodingSource::guess},
      {"<meta charset=koi8-r>", "text/html; charset=nonsense", "koi8-r", EncodingSource::meta},
      {"<meta charset=koi8-r>", "text/html", "koi8-r", EncodingSource::meta},
      {far, "", "utf-8", EncodingSource::guess},
  };
  for (const Case& c : cases) {
    const Decoded decoded = decode(c.bytes, c.content_type);
    EXPECT_EQ(decoded.encoding, c.encoding) << c.content_type << "|" << c.bytes;
    EXPECT_EQ(decoded.source, c.source) << c.content_type << "|" << c.bytes;
  }
}

TEST(Encoding, Prescan) {
  struct Case {
    std::string_view bytes;
    std::string_view encoding;  // empty: nothing declared
  };
  const Case cases[] = {
      {"<META CHARSET=KOI8-R>", "koi8-r"},
      {"<meta charset = 'koi8-r' >", "koi8-r"},
      {"<meta\tx=1 charset=\"koi8-r\"/>", "koi8-r"},
      {"<meta/charset=koi8-r>", "koi8-r"},
      {"<metacharset=koi8-r>", ""},
      {"<meta charset=utf-16>", "utf-8"},
      {"<meta charset=x-user-defined>", "windows-1252"},
      {"<meta charset=nonsense><meta charset=koi8-r>", "koi8-r"},
      {"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"},
      {"<meta content='text/html; charset=koi8-r' http-equiv=content-type>", "koi8-r"},
      {"<meta content='text/html; charset=koi8-r'>", ""},
      {"<meta http-equiv=refresh content='text/html; charset=koi8-r'>", ""},
      {"<meta http-equiv=content-type content='charset x charset = \"koi8-r\"'>", "koi8-r"},
      {"<meta http-equiv=content-type content='charset=\"koi8-r'>", ""},
      {"<meta charset=nonsense http-equiv=content-type content='charset=koi8-r'>", ""},
      {"<!-- <meta charset=utf-8> --><meta charset=koi8-r>", "koi8-r"},
      {"<!--><meta charset=koi8-r>", "koi8-r"},
      {"<!-- <meta charset=koi8-r>", ""},
      {"<p title='<meta charset=utf-8>'><meta charset=koi8-r>", "koi8-r"},
      {"</p title='<meta charset=utf-8>'><meta charset=koi8-r>", "koi8-r"},
      {"<p title='<meta charset=utf-8>", ""},
      {"<!doctype <meta charset=utf-8><meta charset=koi8-r>", "koi8-r"},
      {"<? <meta charset=utf-8><meta charset=koi8-r>", "koi8-r"},
      {"a < b <meta charset=koi8-r>", "koi8-r"},
      {"<meta charset=koi8-r charset=utf-8>", "koi8-r"},
      {"<meta charset=koi8-r", ""},
      {"<meta =charset=utf-8 charset=koi8-r>", "koi8-r"},
      {"<?xml version='1.0' encoding=\"koi8-r\"?><p>", "koi8-r"},
      {"<?xml version='1.0' encoding='utf-16'?><p>", "utf-8"},
      {"<?xml version='1.0' encoding='koi8-r'?><meta charset=gbk>", "gbk"},
      {" <?xml encoding='koi8-r'?>", ""},
      {"<\0?\0x\0m\0l\0"sv, "utf-16le"},
      {"\0<\0?\0x\0m\0l"sv, "utf-16be"},
  };
  for (const Case& c : cases) {
    const Decoded decoded = decode(c.bytes, "");
    EXPECT_EQ(decoded.source == EncodingSource::meta ? decoded.encoding : "", c.encoding) << c.bytes;
  }
}

TEST(Encoding, BytesAsText) {
  struct Case {
    std::string_view label;
    std::string_view bytes;
    std::string_view text;
    bool errors = false;
  };
  const Case cases[] = {
      {"utf-8", "a\xC3\xB1", "añ"},
      {"utf-8", "\xF0\x9F\x98\x80", "😀"},
      {"utf-8",
       "\xFF"
       "a",
       "\uFFFDa", true},
      {"utf-8", "\xC3", "\uFFFD", true},
      {"utf-8",
       "\xE2\x82"
       "a",
       "\uFFFDa", true},  // one for the maximal subpart
      {"utf-8", "\xF0\x80\x80\x41",
       "\uFFFD\uFFFD\uFFFD"
       "A",
       true},
      {"utf-8", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", true},            // a surrogate
      {"utf-8", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", true},  // above U+10FFFF
      {"utf-8", "\xC0\xAF", "\uFFFD\uFFFD", true},                      // overlong
      {"iso-8859-1", "\x80\x93\xF1", "€“ñ"},
      {"windows-1252", "\x81\x8D\x8F\x90\x9D", "\u0081\u008D\u008F\u0090\u009D"},
      {"windows-1251", "\xCF\x98", "П\u0098"},
      {"windows-1253", "\xE1\xAA", "α\uFFFD", true},
      {"windows-1255", "\xF9\xD1\xCA\x81", "ש\u05C1\u05BA\u0081"},  // not composed
      {"windows-1258", "a\xEC", "a\u0301"},
      {"windows-874", "\xA1\xDB", "ก\uFFFD", true},
      {"iso-8859-2", "\xB1\x85", "ą\u0085"},
      {"iso-8859-15", "\xA4", "€"},
      {"iso-8859-8-i", "\xE0", "א"},
      {"ibm866", "\x80", "А"},
      {"koi8-r", "\xF0", "П"},
      {"koi8-u", "\xA4\xAE\xBE", "єўЎ"},
      {"macintosh", "\x8E\xC6\xDB\xF0", "é∆€\uF8FF"},
      {"x-mac-cyrillic", "\x80\xA2\xFF", "АҐ€"},
      {"gbk", "\xC4\xE3\x80", "你€"},
      {"gb18030", "\x81\x30\x81\x30\xC4\xE3", "\u0080你"},
      {"gbk", "\xC4", "\uFFFD", true},
      {"gbk", "\xFF<p>", "\uFFFD<p>", true},
      {"big5", "\xA7\x41\xA6\x6E", "你好"},
      {"big5", "\x88\x62", "\u00CA\u0304"},
      {"euc-jp", "\xC6\xFC\xCB\xDC\x8E\xB1", "日本ｱ"},
      {"shift_jis", "\x93\xFA\x96\x7B\xB1\x80\x5C", "日本ｱ\u0080\\"},
      {"shift_jis", "\x81<", "\uFFFD<", true},  // ASCII is never swallowed
      {"shift_jis", "\xFD", "\uFFFD", true},
      {"iso-2022-jp", "\x1B$B\x46\x7C\x4B\x5C\x1B(Ba\x1B(J\\~\x1B(I1\x1B(B", "日本a¥‾ｱ"},
      {"iso-2022-jp", "\x1B$B\x46", "\uFFFD", true},
      {"iso-2022-jp", "\x1Bx\x80", "\uFFFDx\uFFFD", true},
      {"euc-kr", "\xC7\xD1\x81\x41", "한갂"},
      {"utf-16le", "\xF1\0\x3D\xD8\0\xDE"sv, "ñ😀"},
      {"utf-16be", "\0\xF1\xD8\x3D\xDE\0"sv, "ñ😀"},
      {"utf-16le",
       "\x3D\xD8"
       "a\0x"sv,
       "\uFFFDa\uFFFD", true},
      {"utf-16be", "\xDC\0\xD8\0"sv, "\uFFFD\uFFFD", true},
      {"x-user-defined", "a\x80\xFF", "a\uF780\uF7FF"},
      {"iso-2022-kr", "<script>", "\uFFFD", true},
      {"iso-2022-kr", "", ""},
  };
  for (const Case& c : cases) {
    const Decoded decoded = decode(c.bytes, "text/html; charset=" + std::string(c.label));
    EXPECT_EQ(decoded.text, c.text) << c.label;
    EXPECT_EQ(decoded.had_errors, c.errors) << c.label << " " << c.text;
  }
}

// Long enough to fill iconv's buffer several times.
TEST(Encoding, LongTexts) {
  std::string bytes;
  std::string text;
  for (int i = 0; i < 10'000; ++i) {
    bytes +=
        "\x93\xFA"
        "a";
    text += "日a";
  }
  EXPECT_EQ(decode(bytes, "text/html; charset=shift_jis").text, text);
}

TEST(Encoding, AnyBytesBecomeValidUtf8) {
  std::string binary;
  for (int i = 0; i < 65'536; ++i) {
    binary += static_cast<char>(i >> 8);
    binary += static_cast<char>(i);
  }
  for (std::string_view label :
       {"utf-8",          "utf-16le",     "utf-16be",       "ibm866",       "iso-8859-2",   "iso-8859-3",
        "iso-8859-4",     "iso-8859-5",   "iso-8859-6",     "iso-8859-7",   "iso-8859-8",   "iso-8859-8-i",
        "iso-8859-10",    "iso-8859-13",  "iso-8859-14",    "iso-8859-15",  "iso-8859-16",  "koi8-r",
        "koi8-u",         "macintosh",    "windows-874",    "windows-1250", "windows-1251", "windows-1252",
        "windows-1253",   "windows-1254", "windows-1255",   "windows-1256", "windows-1257", "windows-1258",
        "x-mac-cyrillic", "gbk",          "gb18030",        "big5",         "euc-jp",       "iso-2022-jp",
        "shift_jis",      "euc-kr",       "x-user-defined", "iso-2022-kr"}) {
    const Decoded decoded = decode(binary, "text/html; charset=" + std::string(label));
    EXPECT_TRUE(is_valid_utf8(decoded.text)) << label;
    EXPECT_FALSE(decoded.text.empty()) << label;
  }
  const Decoded guessed = decode(binary, "");
  EXPECT_EQ(guessed.encoding, "windows-1252");
  EXPECT_TRUE(is_valid_utf8(guessed.text));
}

}  // namespace
}  // namespace veedor::html
