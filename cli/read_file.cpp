#include "cli/read_file.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>
#include <vector>

#include "cli/speech.h"
#include "scanner/base/text.h"

namespace veedor::cli {

Result<std::string> read_file(const std::string& name, std::size_t max_bytes, Language language) {
  const auto cannot = [&](const std::string& reason) {
    return complain(Word::error_cannot_read, language, {{"file", printable(name)}, {"reason", reason}});
  };
  const std::string too_large =
      say(Word::error_too_large, language, {{"megabytes", std::to_string(max_bytes >> 20)}});
  std::ifstream file;
  if (name != "-") {
    std::error_code error;
    const auto kind = std::filesystem::status(name, error);
    if (!std::filesystem::exists(kind))
      return cannot(std::make_error_code(std::errc::no_such_file_or_directory).message());
    if (!std::filesystem::is_regular_file(kind)) return cannot(too_large);
    errno = 0;
    file.open(name, std::ios::binary);
    if (!file) return cannot(std::error_code(errno, std::generic_category()).message());
  }
  std::istream& in = name == "-" ? std::cin : file;
  std::string text;
  std::vector<char> buffer(1U << 16);
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
    if (text.size() + static_cast<std::size_t>(in.gcount()) > max_bytes) return cannot(too_large);
    text.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) return cannot(std::make_error_code(std::errc::io_error).message());
  return text;
}

}  // namespace veedor::cli
