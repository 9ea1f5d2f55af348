#include "demo/http_service.h"

#include <chrono>
#include <exception>
#include <thread>
#include <utility>

#include <httplib.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

namespace veedor::demo {
namespace {

constexpr const char* kAddress = "127.0.0.1";
constexpr std::size_t kThreads = 32;  // a connection that is kept alive holds one
constexpr std::size_t kRequestsPerConnection = 10'000;
constexpr std::size_t kMaxRequestBody = 64UL * 1024;
constexpr int kBacklog = 256;  // the library asks for 5, which makes a busy client wait a second
constexpr std::chrono::seconds kStartLimit{5};

struct Free {
  void operator()(BIO* bio) const { BIO_free(bio); }
  void operator()(X509* certificate) const { X509_free(certificate); }
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};

std::unique_ptr<BIO, Free> reader(const std::string& text) {
  return std::unique_ptr<BIO, Free>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::unique_ptr<X509, Free> next_certificate(BIO* pem) {
  return std::unique_ptr<X509, Free>(PEM_read_bio_X509(pem, nullptr, nullptr, nullptr));
}

// The certificate, those behind it and the key; false when OpenSSL refuses one of them.
bool use_identity(SSL_CTX& context, const TlsIdentity& identity) {
  const auto certificates = reader(identity.certificate_pem);
  const auto keys = reader(identity.key_pem);
  if (!certificates || !keys) return false;
  const auto certificate = next_certificate(certificates.get());
  const std::unique_ptr<EVP_PKEY, Free> key(PEM_read_bio_PrivateKey(keys.get(), nullptr, nullptr, nullptr));
  if (!certificate || !key || SSL_CTX_use_certificate(&context, certificate.get()) != 1) return false;
  while (const auto issuer = next_certificate(certificates.get())) {
    if (SSL_CTX_add1_chain_cert(&context, issuer.get()) != 1) return false;
  }
  ERR_clear_error();  // the end of the text is an error to the reader
  return SSL_CTX_use_PrivateKey(&context, key.get()) == 1;
}

bool set_up_tls(SSL_CTX& context, const TlsIdentity& identity) {
  const bool modern = identity.policy == TlsPolicy::modern;
  // Level 0 is needed for RSA 1024, SHA-1 and TLS 1.0: SSL_CTX_set_security_level(3).
  SSL_CTX_set_security_level(&context, modern ? 2 : 0);
  SSL_CTX_set_min_proto_version(&context, modern ? TLS1_2_VERSION : TLS1_VERSION);
  SSL_CTX_set_max_proto_version(&context, TLS1_3_VERSION);
  SSL_CTX_set_options(&context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
  if (modern && SSL_CTX_set1_groups_list(&context, "X25519:P-256:P-384") != 1) return false;
  const char* ciphers = modern ? "ECDHE+AESGCM:ECDHE+CHACHA20" : "ALL:!aNULL:!eNULL:@SECLEVEL=0";
  return SSL_CTX_set_cipher_list(&context, ciphers) == 1 && use_identity(context, identity);
}

void write(const Answer& answer, httplib::Response& response) {
  response.status = answer.status;
  for (const auto& [name, value] : answer.headers) response.set_header(name, value);
  if (!answer.content_type.empty()) response.set_content(answer.body, answer.content_type);
}

}  // namespace

struct HttpService::Parts {
  std::unique_ptr<httplib::Server> server;
  Handler handler;
  bool https = false;
  std::uint16_t port = 0;
  int socket = -1;
  std::jthread listener;

  void prepare();
  Result<bool> listen_on(std::uint16_t wanted);
};

void HttpService::Parts::prepare() {
  server->new_task_queue = [] { return new httplib::ThreadPool(kThreads); };  // the library deletes it
  server->set_keep_alive_max_count(kRequestsPerConnection);
  server->set_keep_alive_timeout(2);
  server->set_read_timeout(5);
  server->set_write_timeout(5);
  server->set_payload_max_length(kMaxRequestBody);
  server->set_tcp_nodelay(true);
  server->set_socket_options([this](int listening) {
    socket = listening;
    const int yes = 1;
    setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });

  auto serve = [this](const httplib::Request& request, httplib::Response& response) {
    const std::string host = request.get_header_value("Host");
    const std::string etag = request.get_header_value("If-None-Match");
    write(handler({.method = request.method,
                   .target = request.target,
                   .host = host,
                   .if_none_match = etag,
                   .https = https}),
          response);
  };
  const char* everything = ".*";
  server->Get(everything, serve).Post(everything, serve).Put(everything, serve).Patch(everything, serve);
  server->Delete(everything, serve).Options(everything, serve);
}

Result<bool> HttpService::Parts::listen_on(std::uint16_t wanted) {
  const bool chosen = wanted == 0;
  const int bound = chosen                                   ? server->bind_to_any_port(kAddress)
                    : server->bind_to_port(kAddress, wanted) ? wanted
                                                             : -1;
  if (bound <= 0) return Error{"port " + std::to_string(wanted) + " of 127.0.0.1 cannot be listened on"};
  port = static_cast<std::uint16_t>(bound);
  ::listen(socket, kBacklog);
  listener = std::jthread([this] { server->listen_after_bind(); });
  for (const auto limit = std::chrono::steady_clock::now() + kStartLimit; !server->is_running();) {
    if (std::chrono::steady_clock::now() > limit) return Error{"the server's thread did not start"};
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  return true;
}

Result<std::unique_ptr<HttpService>> HttpService::start(std::uint16_t port, Handler handler,
                                                        const std::optional<TlsIdentity>& identity) {
  try {
    auto parts = std::make_unique<Parts>();
    parts->handler = std::move(handler);
    parts->https = identity.has_value();
    if (identity) {
      parts->server = std::make_unique<httplib::SSLServer>(
          [&identity](SSL_CTX& context) { return set_up_tls(context, *identity); });
    } else {
      parts->server = std::make_unique<httplib::Server>();
    }
    if (!parts->server->is_valid()) return Error{"OpenSSL refused the certificate or its key"};
    parts->prepare();
    std::unique_ptr<HttpService> service(
        new HttpService(std::move(parts)));  // stops in every case from here on
    if (Result<bool> listening = service->parts_->listen_on(port); !listening) return listening.error();
    return service;
  } catch (const std::exception& problem) {
    return Error{problem.what()};
  }
}

HttpService::HttpService(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpService::~HttpService() { stop(); }

std::uint16_t HttpService::port() const { return parts_->port; }

void HttpService::stop() {
  if (!parts_->listener.joinable()) return;
  parts_->server->stop();
  parts_->listener.join();
}

}  // namespace veedor::demo
