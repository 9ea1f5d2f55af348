#include "tests/tls/servers.h"

#include <array>
#include <csignal>
#include <memory>

#include <arpa/inet.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace veedor::test {
namespace {

int listen_on_loopback(std::uint16_t& port) {
  const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  socklen_t length = sizeof address;
  if (bind(descriptor, generic, length) != 0 || listen(descriptor, 64) != 0) std::abort();
  getsockname(descriptor, generic, &length);
  port = ntohs(address.sin_port);
  return descriptor;
}

bool readable(int descriptor, int milliseconds) {
  pollfd entry{descriptor, POLLIN, 0};
  return poll(&entry, 1, milliseconds) > 0;
}

std::shared_ptr<SSL_CTX> make_context(const TlsService& service) {
  std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
  SSL_CTX_set_security_level(context.get(), 0);
  SSL_CTX_set_cipher_list(context.get(), "ALL:@SECLEVEL=0");
  SSL_CTX_set_min_proto_version(context.get(), 0x02FF + static_cast<int>(service.lowest));
  SSL_CTX_set_max_proto_version(context.get(), 0x02FF + static_cast<int>(service.highest));

  const std::string& pem = service.pair.certificate_pem;
  const std::unique_ptr<BIO, decltype(&BIO_free)> certificates(
      BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free);
  for (bool leaf = true; X509* certificate = PEM_read_bio_X509(certificates.get(), nullptr, nullptr, nullptr);
       leaf = false) {
    const int added =
        leaf ? SSL_CTX_use_certificate(context.get(), certificate)
             : static_cast<int>(SSL_CTX_ctrl(context.get(), SSL_CTRL_CHAIN_CERT, 1, certificate));
    X509_free(certificate);
    if (added != 1) std::abort();
  }
  const std::string& key_pem = service.pair.key_pem;
  const std::unique_ptr<BIO, decltype(&BIO_free)> keys(
      BIO_new_mem_buf(key_pem.data(), static_cast<int>(key_pem.size())), &BIO_free);
  EVP_PKEY* key = PEM_read_bio_PrivateKey(keys.get(), nullptr, nullptr, nullptr);
  if (SSL_CTX_use_PrivateKey(context.get(), key) != 1) std::abort();
  EVP_PKEY_free(key);
  return context;
}

}  // namespace

Server::Server(Talk talk) : talk_(std::move(talk)) {
  [[maybe_unused]] const auto before =
      std::signal(SIGPIPE, SIG_IGN);  // libssl writes to sockets that the client has closed
  listener_ = listen_on_loopback(port_);
  acceptor_ = std::thread([this] { accept_all(); });
}

Server::~Server() {
  stopping_ = true;
  acceptor_.join();
  for (std::thread& talk : talks_) talk.join();
  close(listener_);
}

void Server::accept_all() {
  while (!stopping_) {
    if (!readable(listener_, 10)) continue;
    const int descriptor = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (descriptor < 0) continue;
    ++connections_;
    const timeval limit{2, 0};
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    talks_.emplace_back([this, descriptor] {
      talk_(descriptor, stopping_);
      close(descriptor);
    });
  }
}

std::uint16_t closed_port() {
  std::uint16_t port = 0;
  close(listen_on_loopback(port));
  return port;
}

Server::Talk serve_tls(const TlsService& service) {
  return [context = make_context(service)](int descriptor, const std::atomic<bool>&) {
    const std::unique_ptr<SSL, decltype(&SSL_free)> ssl(SSL_new(context.get()), &SSL_free);
    SSL_set_fd(ssl.get(), descriptor);
    if (SSL_accept(ssl.get()) == 1) {
      SSL_write(ssl.get(), "hello\n", 6);
      SSL_shutdown(ssl.get());
    }
    shutdown(descriptor, SHUT_WR);
    receive(descriptor);  // so that unread bytes do not turn the end into a reset
  };
}

std::function<void(int descriptor)> accept_tls(const TlsService& service) {
  return [context = make_context(service)](int descriptor) {
    const std::unique_ptr<SSL, decltype(&SSL_free)> ssl(SSL_new(context.get()), &SSL_free);
    SSL_set_fd(ssl.get(), descriptor);
    SSL_accept(ssl.get());
    SSL_set_quiet_shutdown(ssl.get(), 1);
  };
}

std::vector<std::uint8_t> receive(int descriptor) {
  std::array<std::uint8_t, 4096> buffer{};
  const ssize_t count = recv(descriptor, buffer.data(), buffer.size(), 0);
  return count > 0 ? std::vector<std::uint8_t>(buffer.begin(), buffer.begin() + count)
                   : std::vector<std::uint8_t>();
}

void send(int descriptor, const std::vector<std::uint8_t>& bytes) {
  [[maybe_unused]] const ssize_t count = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

}  // namespace veedor::test
