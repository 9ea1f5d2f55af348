#include "rules/support/redirect_chain.h"

#include <algorithm>

namespace veedor::rules {

std::vector<url::Url> redirect_chain(const facts::Response& response) {
  std::vector<url::Url> chain;
  chain.reserve(response.redirects.size() + 2);
  for (const facts::Hop& hop : response.redirects) chain.push_back(hop.url);
  chain.push_back(response.final_url);
  const auto location = response.headers.find("location");
  if (response.status < 300 || response.status > 399 || !location) return chain;
  if (auto target = url::Url::parse(*location, response.final_url); target && target->http_or_https())
    chain.push_back(*std::move(target));
  return chain;
}

bool goes_back_to_http(const std::vector<url::Url>& chain) {
  return std::ranges::adjacent_find(chain, [](const url::Url& from, const url::Url& to) {
           return from.https() && !to.https();
         }) != chain.end();
}

}  // namespace veedor::rules
