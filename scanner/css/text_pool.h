// Texts that a style sheet's views point into when the source itself does not hold them (escapes resolved,
// variables substituted).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace veedor::css {

// Packed into chunks: a sheet of nothing but escapes makes millions of texts of a byte or two.
class TextPool {
 public:
  TextPool() = default;
  TextPool(TextPool&& other) noexcept { *this = std::move(other); }
  TextPool& operator=(TextPool&& other) noexcept {
    chunks_ = std::exchange(other.chunks_, {});
    free_ = std::exchange(other.free_, nullptr);
    left_ = std::exchange(other.left_, 0);
    bytes_ = std::exchange(other.bytes_, 0);
    return *this;
  }

  // A copy of `text` that lives as long as the pool, also after the pool is moved.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left_) {
      left_ = std::max(text.size(), kChunk);
      free_ = chunks_.emplace_back(new char[left_]).get();
    }
    const std::string_view kept(free_, text.size());
    std::memcpy(free_, text.data(), text.size());
    free_ += text.size();
    left_ -= text.size();
    bytes_ += text.size();
    return kept;
  }
  std::size_t bytes() const { return bytes_; }  // of all texts kept

 private:
  static constexpr std::size_t kChunk = 4096;

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* free_ = nullptr;  // into the last chunk
  std::size_t left_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace veedor::css
