// Ctrl-C and SIGTERM: the first asks the scan to stop and keep what it has, the second ends the program at
// once.
#pragma once

#include <atomic>

namespace veedor::cli {

// Installs the handlers (once) and returns the flag that they set. The flag is the program's one piece of
// global state: a signal handler can reach nothing else.
const std::atomic<bool>& stop_on_signals();

}  // namespace veedor::cli
