// A request on its way: what was asked, where its redirects have led so far, and the answer as far as it is
// known.
#pragma once

#include <chrono>
#include <set>
#include <string>

#include "scanner/facts/response.h"
#include "scanner/net/client.h"

namespace veedor::net {

using Clock = std::chrono::steady_clock;
using Instant = Clock::time_point;

struct Transfer {
  Request request;
  url::Url url;                       // of the hop under way
  facts::Response response;           // its redirects and attempts cover the hops before
  std::set<std::string> visited;      // see redirect.h
  std::set<std::string> cookies_set;  // by the hops so far, "name=value"
  Instant started{};                  // the latest attempt
  bool avoid_http2 = false;           // after HTTP/2 failed

  std::string host() const { return std::string(url.host()); }
};

}  // namespace veedor::net
