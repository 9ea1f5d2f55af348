#include "rules/catalog/source.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <system_error>

namespace veedor::catalog {
namespace {

constexpr std::size_t kLiteralLength = 8192;  // of source; compilers must take 65,536 (C++20 [implimits])

// [lex.key] and [lex.digraph]
constexpr std::array kKeywords = std::to_array<std::string_view>(
    {"alignas",     "alignof",  "and",        "and_eq",    "asm",       "auto",         "bitand",
     "bitor",       "bool",     "break",      "case",      "catch",     "char",         "char16_t",
     "char32_t",    "char8_t",  "class",      "co_await",  "co_return", "co_yield",     "compl",
     "concept",     "const",    "const_cast", "consteval", "constexpr", "constinit",    "continue",
     "decltype",    "default",  "delete",     "do",        "double",    "dynamic_cast", "else",
     "enum",        "explicit", "export",     "extern",    "false",     "float",        "for",
     "friend",      "goto",     "if",         "inline",    "int",       "long",         "mutable",
     "namespace",   "new",      "noexcept",   "not",       "not_eq",    "nullptr",      "operator",
     "or",          "or_eq",    "private",    "protected", "public",    "register",     "reinterpret_cast",
     "requires",    "return",   "short",      "signed",    "sizeof",    "static",       "static_assert",
     "static_cast", "struct",   "switch",     "template",  "this",      "thread_local", "throw",
     "true",        "try",      "typedef",    "typeid",    "typename",  "union",        "unsigned",
     "using",       "virtual",  "void",       "volatile",  "wchar_t",   "while",        "xor",
     "xor_eq"});

void append_escaped(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (c == '\n') {
    out += "\\n";
  } else if (c == '"' || c == '\\') {
    out += {'\\', c};
  } else if (byte < 0x20 || byte >= 0x7F) {  // three octal digits end by themselves, whatever follows
    out += {'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + ((byte >> 3) & 7)),
            static_cast<char>('0' + (byte & 7))};
  } else {
    out += c;
  }
}

}  // namespace

std::string literal(std::string_view bytes) {
  std::string out = "\"";
  std::size_t start = 0;  // of the literal being written
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    append_escaped(out, bytes[i]);
    const bool full = bytes[i] == '\n' || out.size() - start > kLiteralLength;
    if (!full || i + 1 == bytes.size()) continue;
    out += "\"\n\"";
    start = out.size();
  }
  return out + '"';
}

std::string identifier(std::string_view kebab_case) {
  std::string out(kebab_case);
  std::ranges::replace(out, '-', '_');
  if (std::ranges::find(kKeywords, out) != kKeywords.end()) out += '_';
  return out;
}

void write_if_changed(const std::filesystem::path& path, std::string_view text, Problems& problems) {
  {
    std::ifstream in(path, std::ios::binary);
    if (in && std::string{std::istreambuf_iterator<char>(in), {}} == text) return;
  }
  std::error_code ignored;  // the stream says whether it worked
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), ignored);
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (!out.flush()) problems.push_back({path.string(), 0, "the file cannot be written"});
}

}  // namespace veedor::catalog
