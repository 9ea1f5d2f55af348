// Lines and columns of a text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/html/node_data.h"

namespace veedor::html {

class Lines {
 public:
  // HTML Standard §13.2.3.5: LF, CR LF and CR alone each end a line. The text must outlive the lines.
  explicit Lines(std::string_view text) : text_(text) {
    begins_.reserve(1 + static_cast<std::size_t>(std::ranges::count(text, '\n')));
    begins_.push_back(0);
    const bool has_cr = text.find('\r') != std::string_view::npos;
    for (std::size_t at = 0;; ++at) {
      at = has_cr ? text.find_first_of("\r\n", at) : text.find('\n', at);
      if (at == std::string_view::npos) return;
      if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
      begins_.push_back(static_cast<std::uint32_t>(at + 1));
    }
  }

  std::size_t bytes() const { return begins_.capacity() * sizeof(begins_[0]); }  // of memory

  // Of a character of the text.
  Position position_of(const char* at) {
    const auto offset = static_cast<std::uint32_t>(at - text_.data());
    // What is asked for comes nearly always in order: look near the last line first.
    const bool same_line =
        begins_[line_] <= offset && (line_ + 1 == begins_.size() || offset < begins_[line_ + 1]);
    if (!same_line)
      line_ = static_cast<std::size_t>(std::ranges::upper_bound(begins_, offset) - begins_.begin()) - 1;
    return {.line = static_cast<unsigned>(line_ + 1), .column = offset - begins_[line_] + 1};
  }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> begins_;  // of each line
  std::size_t line_ = 0;               // of the last answer
};

}  // namespace veedor::html
