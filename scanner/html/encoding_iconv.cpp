#include "scanner/html/encoding_iconv.h"

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>

#include <iconv.h>

namespace veedor::html {
namespace {

// NOLINTNEXTLINE(performance-no-int-to-ptr): POSIX defines it so
const iconv_t kNone =
    reinterpret_cast<iconv_t>(static_cast<std::intptr_t>(-1));  // what iconv_open() answers on failure

}  // namespace

Iconv::Iconv(const char* charset) : handle_(iconv_open("UTF-8", charset)) {}

Iconv::~Iconv() {
  if (handle_ != kNone) iconv_close(handle_);
}

void Iconv::convert(std::string_view& bytes, std::string& out) {
  if (handle_ == kNone) {
    std::size_t ascii = 0;
    while (ascii < bytes.size() && static_cast<unsigned char>(bytes[ascii]) < 0x80) ++ascii;
    out.append(bytes.substr(0, ascii));
    bytes.remove_prefix(ascii);
    return;
  }
  std::array<char, 4096> buffer;
  bool full = true;
  while (full) {
    char* from = const_cast<char*>(bytes.data());  // iconv does not write there
    std::size_t left = bytes.size();
    char* to = buffer.data();
    std::size_t room = buffer.size();
    full = iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1) && errno == E2BIG;
    out.append(buffer.data(), buffer.size() - room);
    bytes.remove_prefix(bytes.size() - left);
  }
  // A character may be held back in case the next one combines with it.
  char* to = buffer.data();
  std::size_t room = buffer.size();
  iconv(handle_, nullptr, nullptr, &to, &room);
  out.append(buffer.data(), buffer.size() - room);
}

}  // namespace veedor::html
