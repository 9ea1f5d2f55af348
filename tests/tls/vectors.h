// Answers of real servers, as they were recorded: tests/tls/vectors.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace veedor::test {

// The bytes of vectors/NAME.hex.
std::vector<std::uint8_t> recorded(const std::string& name);

}  // namespace veedor::test
