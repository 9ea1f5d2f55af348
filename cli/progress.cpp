#include "cli/progress.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <unistd.h>

#include "cli/speech.h"

namespace veedor::cli {
namespace {

using namespace std::chrono_literals;

std::string bar(int done, int known) {
  constexpr int kWidth = 20;
  const int filled = known > 0 ? std::min(kWidth, done * kWidth / known) : 0;
  return "[" + std::string(static_cast<std::size_t>(filled), '#') +
         std::string(static_cast<std::size_t>(kWidth - filled), '-') + "]";
}

bool environment_says(const char* name, std::string_view value) {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing in this program changes its environment
  const char* found = std::getenv(name);
  return found != nullptr && (value.empty() ? *found != '\0' : value == found);
}

}  // namespace

ProgressStyle default_progress_style() {
  const bool shows =
      isatty(STDERR_FILENO) != 0 && !environment_says("CI", "") && !environment_says("TERM", "dumb");
  return shows ? ProgressStyle::bar : ProgressStyle::none;
}

void ProgressLine::show(const Progress& progress) {
  if (style_ == ProgressStyle::none) return;
  const Clock::time_point now = Clock::now();
  const auto pause = style_ == ProgressStyle::bar ? 100ms : 10'000ms;
  if (now - last_ < pause) return;
  last_ = now;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - started_).count();
  const int known = std::max(progress.pages_known, progress.pages_done);
  const std::string line =
      say(style_ == ProgressStyle::bar ? Word::progress : Word::progress_plain, language_,
          {{"bar", bar(progress.pages_done, known)},
           {"done", std::to_string(progress.pages_done)},
           {"known", std::to_string(known)},
           {"failures", std::to_string(progress.failures)},
           {"seconds", std::to_string(seconds)}});
  std::fprintf(stderr, style_ == ProgressStyle::bar ? "\r\x1b[K%s" : "%s\n", line.c_str());
  std::fflush(stderr);
  shown_ = true;
}

void ProgressLine::clear() {
  if (shown_ && style_ == ProgressStyle::bar) std::fputs("\r\x1b[K", stderr);
  shown_ = false;
}

}  // namespace veedor::cli
