// Reading and writing the length-prefixed bytes of TLS (RFC 8446 §3). A Reader never looks past its end; a
// Writer fills lengths in.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace veedor::tls {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

// Every getter returns nothing, and moves nothing, where too few bytes are left.
class Reader {
 public:
  explicit Reader(BytesView bytes) : rest_(bytes) {}

  bool empty() const { return rest_.empty(); }
  std::size_t left() const { return rest_.size(); }

  // A big-endian number of 1 to 4 bytes.
  std::optional<std::uint32_t> number(std::size_t width) {
    if (rest_.size() < width) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value = value << 8 | rest_[i];
    rest_ = rest_.subspan(width);
    return value;
  }
  std::optional<BytesView> take(std::size_t count) {
    if (rest_.size() < count) return std::nullopt;
    BytesView taken = rest_.first(count);
    rest_ = rest_.subspan(count);
    return taken;
  }
  // A vector whose length is written before it in `width` bytes.
  std::optional<BytesView> vector(std::size_t width) {
    Reader ahead = *this;
    std::optional<std::uint32_t> length = ahead.number(width);
    if (!length) return std::nullopt;
    std::optional<BytesView> body = ahead.take(*length);
    if (body) *this = ahead;
    return body;
  }

 private:
  BytesView rest_;
};

class Writer {
 public:
  void number(std::uint32_t value, std::size_t width) {
    for (std::size_t i = width; i-- > 0;) bytes_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
  }
  template <class Range>
  void append(const Range& bytes) {
    for (const auto byte : bytes) bytes_.push_back(static_cast<std::uint8_t>(byte));
  }
  // Writes what `body` writes, with its length before it in `width` bytes.
  template <class Body>
  void vector(std::size_t width, Body body) {
    const std::size_t start = bytes_.size();
    number(0, width);
    body();
    const std::size_t length = bytes_.size() - start - width;
    assert(length >> (8 * width) == 0);
    for (std::size_t i = 0; i < width; ++i) {
      bytes_[start + i] = static_cast<std::uint8_t>(length >> (8 * (width - 1 - i)));
    }
  }
  std::size_t size() const { return bytes_.size(); }
  Bytes take() { return std::move(bytes_); }

 private:
  Bytes bytes_;
};

}  // namespace veedor::tls
