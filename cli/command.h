// The commands of veedor: each adds itself to the command line and is run by main.
#pragma once

#include <functional>

#include "scanner/base/message.h"

namespace CLI {
class App;
}

namespace veedor::cli {

// The exit codes that scripts rely on. They never change their meaning.
enum class Exit : int {
  passed = 0,        // the gate passed
  breached = 1,      // the gate was breached by findings
  usage = 2,         // usage or configuration
  incomplete = 3,    // unreachable, or too many pages could not be read
  internal = 4,      // a fault of ours
  interrupted = 130  // stopped by the user; the partial report was kept
};

// What runs when the command was given. Called after the command line was parsed.
using Action = std::function<Exit()>;

// Each declares its options on `app` and returns its action. `language` is that of help and output.
Action add_scan(CLI::App& app, Language& language);
Action add_demo(CLI::App& app, Language& language);
Action add_report(CLI::App& app, Language& language);
Action add_score(CLI::App& app, Language& language);
Action add_rules(CLI::App& app, Language& language);
Action add_explain(CLI::App& app, Language& language);

}  // namespace veedor::cli
