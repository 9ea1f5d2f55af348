// How many requests are under way, how fast they follow, and what 429 and 503 do.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "tests/net/fetching.h"

namespace veedor::net {
namespace {

using namespace std::chrono_literals;
using testing::fetch;
using testing::finish_all;
using testing::make_client;
using testing::name_of;
using testing::quick_options;
using testing::ScriptedConnection;
using testing::ScriptedRequest;
using testing::ScriptedServer;

Request request_for(std::uint64_t id, const std::string& url) {
  Request request;
  request.id = id;
  request.url = testing::parse_url(url);
  return request;
}

TEST(Pacing, TheRateSpacesRequests) {
  ScriptedServer server;
  server.otherwise([](ScriptedConnection& connection, const ScriptedRequest&) {
    return connection.send(ScriptedServer::ok("x"));
  });
  Options options = quick_options();
  options.rate = 10;
  Client client = make_client(options);
  for (std::uint64_t id = 0; id < 6; ++id)
    client.start(request_for(id, server.url("/" + std::to_string(id))));
  EXPECT_EQ(client.pending(), 6U);
  EXPECT_EQ(finish_all(client).size(), 6U);
  const auto requests = server.requests();
  // Five gaps of 100 ms; the first arrival may be late, so half a gap is given away.
  EXPECT_GE(requests.back().received - requests.front().received, 450ms);
  for (std::size_t i = 0; i < requests.size(); ++i) EXPECT_EQ(requests[i].target, "/" + std::to_string(i));
}

TEST(Pacing, WithoutARateTheConnectionsOfAHostAreTheLimit) {
  ScriptedServer server;
  std::atomic<int> together = 0;
  std::atomic<int> most = 0;
  server.otherwise([&](ScriptedConnection& connection, const ScriptedRequest&) {
    most = std::max(most.load(), ++together);
    connection.pause(20ms);
    --together;
    return connection.send(ScriptedServer::ok("x"));
  });
  Options options = quick_options();
  options.connections_per_host = 3;
  Client client = make_client(options);
  std::set<std::uint64_t> ids;
  for (std::uint64_t id = 0; id < 30; ++id)
    client.start(request_for(id, server.url("/" + std::to_string(id))));
  for (const Finished& finished : finish_all(client)) {
    EXPECT_EQ(name_of(finished.response), "read");
    ids.insert(finished.id);
  }
  EXPECT_EQ(ids.size(), 30U);
  EXPECT_LE(most.load(), 3);
  EXPECT_LE(server.connections(), 3);  // kept alive and used again
}

TEST(Pacing, TheTotalOfConnectionsIsALimitToo) {
  ScriptedServer one;
  ScriptedServer two("127.0.0.2");
  std::atomic<int> together = 0;
  std::atomic<int> most = 0;
  const auto slow = [&](ScriptedConnection& connection, const ScriptedRequest&) {
    most = std::max(most.load(), ++together);
    connection.pause(20ms);
    --together;
    return connection.send(ScriptedServer::ok("x"));
  };
  one.otherwise(slow);
  two.otherwise(slow);
  Options options = quick_options();
  options.total_connections = 2;
  Client client = make_client(options, AddressGuard({"127.0.0.1", "127.0.0.2"}));
  for (std::uint64_t id = 0; id < 10; ++id) {
    client.start(request_for(id, one.url("/")));
    client.start(request_for(100 + id, two.url("/")));
  }
  EXPECT_EQ(finish_all(client).size(), 20U);
  EXPECT_LE(most.load(), 2);
}

TEST(Pacing, TooManyRequestsIsTriedAgain) {
  for (const char* status : {"429 Too Many Requests", "503 Service Unavailable"}) {
    ScriptedServer server;
    std::atomic<int> tries = 0;
    server.on("/", [&](ScriptedConnection& connection, const ScriptedRequest&) {
      return connection.send(++tries < 3 ? ScriptedServer::bare(status, "Retry-After: 0\r\n")
                                         : ScriptedServer::ok("at last"));
    });
    Client client = make_client();
    const facts::Response response = fetch(client, server.url("/"));
    EXPECT_EQ(name_of(response), "read");
    EXPECT_EQ(response.attempts, 3);
    EXPECT_EQ(response.body, "at last");
  }
}

TEST(Pacing, RetriesAreUsedUp) {
  ScriptedServer server;
  server.on("/", "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nbusy");
  Options options = quick_options();
  options.max_attempts = 2;
  Client client = make_client(options);
  const facts::Response response = fetch(client, server.url("/"));
  EXPECT_EQ(name_of(response), "rate_limited");
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(response.body, "busy");
  EXPECT_EQ(response.attempts, 2);
  EXPECT_EQ(server.requests().size(), 2U);
}

TEST(Pacing, RetryAfterStopsTheWholeHost) {
  ScriptedServer server;
  std::atomic<int> tries = 0;
  server.on("/limited", [&](ScriptedConnection& connection, const ScriptedRequest&) {
    return connection.send(++tries == 1
                               ? ScriptedServer::bare("429 Too Many Requests", "Retry-After: 3600\r\n")
                               : ScriptedServer::ok("x"));
  });
  server.on("/other", ScriptedServer::ok("x"));
  Options options = quick_options();
  options.connections_per_host = 1;
  options.max_retry_after = 1s;  // the cap
  Client client = make_client(options);
  client.start(request_for(1, server.url("/limited")));
  client.start(request_for(2, server.url("/other")));
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(finish_all(client).size(), 2U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 20s);
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_GE(requests[1].received - requests[0].received, 950ms);
  EXPECT_EQ(requests[1].target, "/limited");  // what was begun goes first
}

TEST(Pacing, ACrawlDelayIsKept) {
  ScriptedServer server;
  server.on("/", ScriptedServer::ok("x"));
  Client client = make_client();
  client.set_delay("127.0.0.1", 200ms);
  for (std::uint64_t id = 0; id < 3; ++id) client.start(request_for(id, server.url("/")));
  EXPECT_EQ(finish_all(client).size(), 3U);
  const auto requests = server.requests();
  EXPECT_GE(requests.back().received - requests.front().received, 350ms);
}

TEST(Pacing, WakeEndsRun) {
  Client client = make_client();
  const auto begin = std::chrono::steady_clock::now();
  std::thread waker([&] {
    std::this_thread::sleep_for(50ms);
    client.wake();
  });
  EXPECT_TRUE(client.run(20s).empty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
  waker.join();
  EXPECT_TRUE(client.run(10ms).empty());
}

TEST(Pacing, WaitingCostsNoProcessorTime) {
  ScriptedServer server;
  server.on("/", [](ScriptedConnection& connection, const ScriptedRequest&) {
    connection.pause(600ms);
    return connection.send(ScriptedServer::ok("x"));
  });
  Options options = quick_options();
  options.rate = 2;
  Client client = make_client(options);
  for (std::uint64_t id = 0; id < 2; ++id) client.start(request_for(id, server.url("/")));
  timespec before{};
  timespec after{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
  EXPECT_EQ(finish_all(client).size(), 2U);
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
  const auto used = std::chrono::seconds(after.tv_sec - before.tv_sec) +
                    std::chrono::nanoseconds(after.tv_nsec - before.tv_nsec);
  EXPECT_LT(used, 300ms);
}

TEST(Pacing, DestructionAbandonsWhatIsUnderWay) {
  ScriptedServer server;
  server.on("/", [](ScriptedConnection& connection, const ScriptedRequest&) {
    connection.stall();
    return false;
  });
  {
    Client client = make_client();
    for (std::uint64_t id = 0; id < 10; ++id) client.start(request_for(id, server.url("/")));
    client.run(50ms);
    EXPECT_EQ(client.pending(), 10U);
    Client moved = std::move(client);
    EXPECT_EQ(moved.pending(), 10U);
  }
}

}  // namespace
}  // namespace veedor::net
