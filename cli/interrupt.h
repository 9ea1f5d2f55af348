// Ctrl-C and SIGTERM: the first asks the scan to stop and keep what it has, the second ends the program at
// once.
#pragma once

#include <atomic>
#include <string>

namespace veedor::cli {

// Installs the handlers and returns the flag that they set; the first signal also writes `message` to stderr.
// The flag and the message are the program's only global state: a signal handler can reach nothing else.
const std::atomic<bool>& stop_on_signals(std::string message);

}  // namespace veedor::cli
