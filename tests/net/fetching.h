// Fetching with a Client in tests: short limits, and one call for one answer.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "scanner/net/client.h"
#include "tests/net/scripted_server.h"

namespace veedor::testing {

// No rate, no long waits; 127.0.0.1 is the named host.
inline net::Options quick_options() {
  using namespace std::chrono_literals;
  net::Options options;
  options.user_agent = "veedor-test";
  options.rate = 0;
  options.connect_timeout = 10'000ms;
  options.total_timeout = 15'000ms;
  options.low_speed_time = 4s;
  options.max_retry_after = 0s;
  return options;
}

inline net::AddressGuard loopback_guard() {
  return net::AddressGuard(std::set<std::string, std::less<>>{"127.0.0.1"});
}

inline net::Client make_client(net::Options options = quick_options(),
                               net::AddressGuard guard = loopback_guard(), net::RedirectPolicy policy = {}) {
  Result<net::Client> client = net::Client::create(std::move(options), std::move(guard), std::move(policy));
  if (!client) throw std::runtime_error(client.error().message);
  return std::move(*client);
}

inline url::Url parse_url(const std::string& text) {
  Result<url::Url> parsed = url::Url::parse(text);
  if (!parsed) throw std::runtime_error(text + ": " + parsed.error().message);
  return *parsed;
}

// Everything that was started, in the order finished; gives up after 30 seconds.
inline std::vector<net::Finished> finish_all(net::Client& client) {
  std::vector<net::Finished> all;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (client.pending() > 0 && std::chrono::steady_clock::now() < end) {
    for (net::Finished& finished : client.run(std::chrono::milliseconds(200)))
      all.push_back(std::move(finished));
  }
  return all;
}

inline facts::Response fetch(net::Client& client, const std::string& url,
                             net::Method method = net::Method::get) {
  net::Request request;
  request.id = 7;
  request.url = parse_url(url);
  request.method = method;
  client.start(std::move(request));
  std::vector<net::Finished> finished = finish_all(client);
  if (finished.size() != 1) throw std::runtime_error("no answer for " + url);
  EXPECT_EQ(finished.front().id, 7U);
  return std::move(finished.front().response);
}

inline std::string name_of(const facts::Response& response) {
  return std::string(facts::name(response.outcome));
}

}  // namespace veedor::testing
