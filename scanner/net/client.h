// An HTTP client over libcurl's multi interface: many transfers, one thread, every failure with a name.
//
// HTTP/1.1 and HTTP/2, gzip, brotli and zstd, cookies for the life of the Client, redirects followed hop by
// hop, decoded-size, speed and time caps, a request rate for each host, Retry-After obeyed, and the address
// guard at the socket. One thread calls every member except wake().
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/facts/response.h"
#include "scanner/net/address_guard.h"

namespace veedor::net {

enum class Verification : std::uint8_t { verify, skip };

struct Options {
  std::string user_agent;
  std::vector<facts::Header> headers;   // sent to the hosts that the user named, never to another
  std::vector<std::string> cookies;     // "name=value", for the named hosts
  std::string proxy;                    // empty: none, whatever the environment says
  std::vector<std::string> connect_to;  // libcurl's "HOST:PORT:ADDRESS:PORT": where a name really is served
  std::string ca_file;                  // PEM, used beside the system's store; empty: only the store
  Verification verification = Verification::verify;
  bool compressed = true;        // ask for gzip, brotli and zstd
  double rate = 2.0;             // requests a second and host; 0: no limit
  int connections_per_host = 4;  // with rate 0: at most this many at once
  int total_connections = 64;
  std::chrono::milliseconds connect_timeout{10'000};
  std::chrono::milliseconds total_timeout{30'000};  // of one hop
  long low_speed_bytes = 1000;                      // bytes a second, over low_speed_time
  std::chrono::seconds low_speed_time{10};
  std::size_t max_body = 10U << 20;  // decoded bytes
  int max_redirects = 10;
  int max_attempts = 3;  // for connection loss, 429 and 503
  std::chrono::seconds max_retry_after{60};
};

enum class Method : std::uint8_t { get, head };

struct Request {
  std::uint64_t id = 0;  // the caller's; comes back with the response
  url::Url url;          // http or https
  Method method = Method::get;
  std::size_t max_body = 0;  // 0: the Client's
  // Of more than max_body only the beginning is wanted: a server that can sends no more (RFC 9110 §14), and
  // uncompressed. The answer may have status 200 all the same.
  bool beginning = false;
};

// Asked before each hop; answers why it must not be followed, or nothing. `redirect_out_of_scope` and
// `disallowed_by_robots` are usual.
using RedirectPolicy = std::function<std::optional<facts::Outcome>(std::uint64_t id, const url::Url& target)>;

struct Finished {
  std::uint64_t id = 0;
  facts::Response response;
};

class Client {
 public:
  // An error when `ca_file` or `proxy` cannot be used.
  static Result<Client> create(Options options, AddressGuard guard, RedirectPolicy policy = {});
  Client(Client&&) noexcept;
  Client& operator=(Client&&) noexcept;
  ~Client();  // abandons what is under way

  void start(Request request);
  // Drives the transfers until at least one is finished, wake() was called, or `wait` has passed.
  std::vector<Finished> run(std::chrono::milliseconds wait);
  std::size_t pending() const;  // started and not yet returned
  // Ends run() early; may be called from any thread and from a signal's handler thread.
  void wake() const;
  // A pause between requests that a site asks for (robots.txt Crawl-delay), capped at 30 s; lengthens the
  // rate's, never shortens it.
  void set_delay(std::string_view host, std::chrono::milliseconds delay);
  // Requests sent so far, hops and retries included; bytes received.
  long long requests() const;
  long long bytes() const;

 private:
  class Impl;
  explicit Client(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace veedor::net
