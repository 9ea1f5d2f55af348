#include "tests/tls/vectors.h"

#include <fstream>

#include <gtest/gtest.h>

namespace veedor::test {

std::vector<std::uint8_t> recorded(const std::string& name) {
  std::ifstream file(VEEDOR_SOURCE_DIR "/tests/tls/vectors/" + name + ".hex");
  EXPECT_TRUE(file.is_open()) << name;
  std::string text;
  for (std::string line; std::getline(file, line);) text += line;
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i + 1 < text.size(); i += 2)
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(text.substr(i, 2), nullptr, 16)));
  return bytes;
}

}  // namespace veedor::test
