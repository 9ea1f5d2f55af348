// What the hosts of a scan show beside their pages: their TLS service, and what plain HTTP answers.
#pragma once

#include <atomic>
#include <set>
#include <string>
#include <vector>

#include "cli/pipeline/options.h"
#include "scanner/facts/host.h"

namespace veedor::cli {

// One Host for each host among `origins` and the seeds, sorted by name, at most 20. A port that neither the
// options, the origins nor the scheme's default on a host without another port tell is not asked.
std::vector<facts::Host> probe_hosts(const ScanOptions& options, const std::set<std::string>& origins,
                                     net::Client& client, Time now, const std::atomic<bool>& stop);

}  // namespace veedor::cli
