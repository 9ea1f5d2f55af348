#include "cli/pipeline/fetcher.h"

#include <utility>

namespace veedor::cli {

std::vector<facts::Response> fetch_all(net::Client& client, const std::vector<url::Url>& urls,
                                       std::size_t max_body, const std::atomic<bool>& stop) {
  std::vector<facts::Response> responses;
  for (std::size_t i = 0; i < urls.size(); ++i) {
    responses.push_back({.requested = urls[i], .final_url = urls[i], .outcome = facts::Outcome::interrupted});
    client.start({.id = i, .url = urls[i], .max_body = max_body});
  }
  std::size_t missing = urls.size();
  while (missing > 0 && !stop) {
    for (net::Finished& finished : client.run(std::chrono::milliseconds(200))) {
      responses[finished.id] = std::move(finished.response);
      --missing;
    }
  }
  return responses;
}

}  // namespace veedor::cli
