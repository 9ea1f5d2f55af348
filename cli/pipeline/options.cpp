#include "cli/pipeline/options.h"

namespace veedor::cli {

std::set<std::string, std::less<>> named_hosts(const ScanOptions& options) {
  std::set<std::string, std::less<>> hosts(options.scope.hosts.begin(), options.scope.hosts.end());
  for (const url::Url& seed : options.seeds) hosts.emplace(seed.host());
  return hosts;
}

}  // namespace veedor::cli
