// One scan: from options to the report. No global state, so any number may run at once.
#pragma once

#include <atomic>
#include <functional>

#include "cli/pipeline/crawler.h"
#include "cli/pipeline/options.h"
#include "reports/report.h"
#include "scanner/base/result.h"

namespace veedor::cli {

// Scans until done or until `stop` becomes true; the report then holds what was seen so far and says so. An
// error means that nothing could be scanned at all (a pattern, a CA file or a proxy that cannot be used).
// `on_progress` is called on the calling thread.
Result<reports::Report> scan(const ScanOptions& options,
                             const std::function<void(const Progress&)>& on_progress,
                             const std::atomic<bool>& stop);

}  // namespace veedor::cli
