// glibc's iconv, from one legacy encoding to UTF-8. The only user of iconv.h.
#pragma once

#include <string>
#include <string_view>

namespace veedor::html {

class Iconv {
 public:
  explicit Iconv(const char* charset);  // a name of glibc's
  ~Iconv();
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;

  // Appends what could be converted from the beginning of `bytes` and drops it there: an ill-formed or
  // unfinished sequence is what remains. Without the charset (a system without gconv modules) nothing but
  // ASCII is converted.
  void convert(std::string_view& bytes, std::string& out);

 private:
  void* handle_;
};

}  // namespace veedor::html
