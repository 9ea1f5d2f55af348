// What the hosts of a scan show beside their pages: their TLS service, and what plain HTTP answers.
#pragma once

#include <atomic>
#include <set>
#include <string>
#include <vector>

#include "cli/pipeline/options.h"
#include "cli/pipeline/robots_gate.h"
#include "scanner/facts/host.h"

namespace veedor::cli {

struct ProbedHosts {
  std::vector<facts::Host> hosts;  // sorted by name
  bool truncated = false;          // more hosts than a scan asks
};

// One Host for each host of the seeds, and for at most 20 more among `origins`. A port that neither the
// options, the origins nor the scheme's default on a host without another port tell is not asked. `named`:
// the hosts that the user named, for the address guard. With a proxy TLS is not tested: what the proxy shows
// is not the host.
ProbedHosts probe_hosts(const ScanOptions& options, const std::set<std::string>& origins,
                        const std::set<std::string, std::less<>>& named, RobotsGate& robots,
                        net::Client& client, Time now, const std::atomic<bool>& stop);

}  // namespace veedor::cli
