// The progress line on stderr: rewritten in place on a terminal, a plain line every ten seconds elsewhere
// when asked for.
#pragma once

#include <chrono>
#include <cstdint>

#include "cli/pipeline/crawler.h"
#include "scanner/base/message.h"

namespace veedor::cli {

enum class ProgressStyle : std::uint8_t { none, plain, bar };

// A bar on a terminal that can show it; nothing in CI, on a dumb terminal, or when stderr is no terminal.
ProgressStyle default_progress_style();

class ProgressLine {
 public:
  ProgressLine(ProgressStyle style, Language language) : style_(style), language_(language) {}
  ~ProgressLine() { clear(); }
  void show(const Progress& progress);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  ProgressStyle style_;
  Language language_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point last_{};
  bool shown_ = false;
};

}  // namespace veedor::cli
