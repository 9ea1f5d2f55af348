#include "scanner/tls/handshake.h"

#include <poll.h>

namespace veedor::tls {
namespace {

using facts::Outcome;

constexpr long kMaxCertificates = 131'072;  // bytes of the server's Certificate message
constexpr std::size_t kMaxBytes = 524'288;  // of the whole handshake

SslContextPtr make_context() {
  SslContextPtr context(SSL_CTX_new(TLS_client_method()));
  if (!context) return nullptr;
  // SECLEVEL=0 lets weak keys, SHA-1 and TLS 1.0 through; anonymous suites would show no certificate.
  SSL_CTX_set_security_level(context.get(), 0);
  SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
  SSL_CTX_set_max_proto_version(context.get(), TLS1_3_VERSION);
  SSL_CTX_set_cipher_list(context.get(), "ALL:eNULL:!aNULL:!PSK:!SRP:@SECLEVEL=0");
  SSL_CTX_set_options(context.get(), SSL_OP_LEGACY_SERVER_CONNECT);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
  SSL_CTX_set_max_cert_list(context.get(), kMaxCertificates);
  return context;
}

// libssl works on two buffers in memory; the socket is ours, with its deadline, its limit and without
// SIGPIPE.
class Pump {
 public:
  Pump(const Socket& socket, SSL* ssl, Deadline deadline) : socket_(socket), ssl_(ssl), deadline_(deadline) {}

  // `read` when the handshake is complete.
  Outcome run(std::string& detail) {
    while (true) {
      ERR_clear_error();
      const int result = SSL_connect(ssl_);
      const int error = SSL_get_error(ssl_, result);
      if (result != 1 && error != SSL_ERROR_WANT_READ) {
        detail = take_openssl_error();
        flush();  // our alert
        return Outcome::tls_failed;
      }
      if (Outcome outcome = flush(); outcome != Outcome::read) return outcome;
      if (result == 1) return Outcome::read;
      if (Outcome outcome = fill(); outcome != Outcome::read) return outcome;
    }
  }

  // Sends what libssl has written.
  Outcome flush() {
    char* data = nullptr;
    const long size = BIO_get_mem_data(SSL_get_wbio(ssl_), &data);
    if (size <= 0) return Outcome::read;
    const auto* first = reinterpret_cast<const std::uint8_t*>(data);
    BytesView bytes(first, static_cast<std::size_t>(size));
    while (true) {
      const Transfer transfer = socket_.send(bytes);
      if (transfer == Transfer::done) break;
      if (transfer == Transfer::reset) return Outcome::connection_lost;
      if (!socket_.wait(POLLOUT, deadline_)) return Outcome::timed_out;
    }
    BIO_reset(SSL_get_wbio(ssl_));
    return Outcome::read;
  }

 private:
  // Gives libssl what the server sent next.
  Outcome fill() {
    Bytes bytes;
    while (true) {
      if (Clock::now() >= deadline_ || !socket_.wait(POLLIN, deadline_)) return Outcome::timed_out;
      const Transfer transfer = socket_.receive(bytes);
      if (transfer == Transfer::done) break;
      if (transfer != Transfer::would_block) return Outcome::connection_lost;
    }
    received_ += bytes.size();
    if (received_ > kMaxBytes) return Outcome::tls_failed;
    BIO_write(SSL_get_rbio(ssl_), bytes.data(), static_cast<int>(bytes.size()));
    return Outcome::read;
  }

  const Socket& socket_;
  SSL* ssl_;
  Deadline deadline_;
  std::size_t received_ = 0;
};

CertificateChain sent_chain(const SSL* ssl) {
  CertificateChain chain;
  STACK_OF(X509)* sent = SSL_get_peer_cert_chain(ssl);
  for (int i = 0; sent != nullptr && i < sk_X509_num(sent); ++i) {
    X509* certificate = sk_X509_value(sent, i);
    X509_up_ref(certificate);
    chain.emplace_back(certificate);
  }
  return chain;
}

}  // namespace

Handshake shake_hands(const Socket& socket, const std::string& server_name,
                      std::chrono::milliseconds timeout) {
  Handshake handshake;
  const SslContextPtr context = make_context();
  const SslPtr ssl(context ? SSL_new(context.get()) : nullptr);
  BioPtr incoming(BIO_new(BIO_s_mem()));
  BioPtr outgoing(BIO_new(BIO_s_mem()));
  if (!ssl || !incoming || !outgoing) {
    handshake.outcome = Outcome::internal_error;
    handshake.detail = take_openssl_error();
    return handshake;
  }
  BIO_set_mem_eof_return(incoming.get(), -1);  // an empty buffer means "wait", not "the end"
  SSL_set_bio(ssl.get(), incoming.release(), outgoing.release());
  std::string name = server_name;  // the macro for this casts constness away
  if (!name.empty())
    SSL_ctrl(ssl.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());

  Pump pump(socket, ssl.get(), Clock::now() + timeout);
  handshake.outcome = pump.run(handshake.detail);
  handshake.chain = sent_chain(ssl.get());
  if (const SSL_CIPHER* cipher = SSL_get_current_cipher(ssl.get())) {
    const char* standard_name = SSL_CIPHER_standard_name(cipher);
    handshake.cipher = standard_name == nullptr ? "" : standard_name;
  }
  if (handshake.outcome == Outcome::read) {
    SSL_shutdown(ssl.get());
    pump.flush();
  } else if (!handshake.chain.empty()) {
    handshake.outcome =
        Outcome::read;  // such as a server that insists on a client certificate: it has shown its own
  }
  ERR_clear_error();
  return handshake;
}

}  // namespace veedor::tls
