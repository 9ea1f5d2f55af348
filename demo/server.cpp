#include "demo/server.h"

#include <atomic>
#include <chrono>
#include <utility>

#include "demo/authority.h"
#include "demo/http_service.h"
#include "demo/site.h"

namespace veedor::demo {
namespace {

using std::chrono::days;

// A good certificate: for the names of this machine, by the throw-away authority, for 90 days.
Result<KeyPair> good_certificate(const Authority& authority, Time now) {
  return authority.issue({.names = {"localhost", "127.0.0.1", "::1"},
                          .not_before = now - std::chrono::hours{1},
                          .not_after = now + days{90},
                          .rsa_bits = 0,
                          .issuer_url = {}});
}

// Every fault of area "tls" that a certificate can have; its authority is one that nobody was told to trust.
Result<KeyPair> bad_certificate(Time now) {
  Result<Authority> stranger = Authority::create(now);
  if (!stranger) return stranger.error();
  return stranger->issue({.names = {"www.consejo-altamira.example"},
                          .not_before = now - days{430},
                          .not_after = now - days{65},
                          .rsa_bits = 1024,
                          .sha1 = true,
                          .issuer_url = {}});
}

}  // namespace

struct Server::Parts {
  std::string ca_pem;
  std::unique_ptr<const Site> site;
  std::atomic<bool> ready = false;  // `site` is set and will not change: it needs the ports of both services
  std::unique_ptr<HttpService> https;
  std::unique_ptr<HttpService> http;

  Answer answer(const Request& request) const {
    return ready.load(std::memory_order_acquire) ? site->answer(request) : Answer{.status = 503};
  }
};

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options) {
  Result<Authority> authority = Authority::create(options.now);
  if (!authority) return authority.error();
  const bool after = options.state == State::after;
  Result<KeyPair> keys = after ? good_certificate(*authority, options.now) : bad_certificate(options.now);
  if (!keys) return keys.error();

  auto parts = std::make_unique<Parts>();
  parts->ca_pem = authority->ca_pem();
  const auto answer = [served = parts.get()](const Request& request) { return served->answer(request); };
  Result<std::unique_ptr<HttpService>> https = HttpService::start(
      options.https_port, answer,
      TlsIdentity{keys->certificate_pem, keys->key_pem, after ? TlsPolicy::modern : TlsPolicy::obsolete});
  if (!https) return https.error();
  parts->https = *std::move(https);
  Result<std::unique_ptr<HttpService>> http = HttpService::start(options.http_port, answer);
  if (!http) return http.error();
  parts->http = *std::move(http);

  parts->site =
      std::make_unique<const Site>(options.state, parts->http->port(), parts->https->port(), options.now);
  parts->ready.store(true, std::memory_order_release);
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() { stop(); }

std::uint16_t Server::http_port() const { return parts_->http->port(); }
std::uint16_t Server::https_port() const { return parts_->https->port(); }
const std::string& Server::ca_pem() const { return parts_->ca_pem; }

void Server::stop() {
  parts_->http->stop();
  parts_->https->stop();
}

}  // namespace veedor::demo
