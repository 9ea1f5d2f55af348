#include "cli/interrupt.h"

#include <csignal>
#include <utility>

#include <unistd.h>

namespace veedor::cli {
namespace {

std::atomic<bool> stopped{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch it");
std::string said;  // written before the handlers are installed, only read after

extern "C" void on_signal(int signal) {
  stopped = true;
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, said.data(), said.size());
  std::signal(signal, SIG_DFL);
}

}  // namespace

const std::atomic<bool>& stop_on_signals(std::string message) {
  said = "\n" + std::move(message) + "\n";
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), not the end
  return stopped;
}

}  // namespace veedor::cli
