// Numbers out of bytes, whatever the bytes are: beyond their end everything is 0.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace veedor::media {

constexpr std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

constexpr std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8U | byte_at(bytes, at + i);
  return value;
}

constexpr std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i > 0; --i) value = value << 8U | byte_at(bytes, at + i - 1);
  return value;
}

// Is `text` at that place? False beyond the end.
constexpr bool is_at(std::string_view bytes, std::size_t at, std::string_view text) {
  return at <= bytes.size() && bytes.substr(at).starts_with(text);
}

// The bytes from `at`, `length` of them or as many as there are.
constexpr std::string_view part(std::string_view bytes, std::uint64_t at, std::uint64_t length) {
  if (at >= bytes.size()) return {};
  const std::string_view rest = bytes.substr(static_cast<std::size_t>(at));
  return length < rest.size() ? rest.substr(0, static_cast<std::size_t>(length)) : rest;
}

}  // namespace veedor::media
