// A TLS end for ScriptedServer: a self-signed certificate made by the test, and one short answer to whatever
// is asked.
#pragma once

#include <memory>
#include <string>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <sys/time.h>

#include "tests/net/scripted_server.h"

namespace veedor::testing {

struct TlsSettings {
  unsigned int key_bits = 2048;
  bool sha1 = false;
  int only_version = 0;            // TLS1_VERSION …; 0: any
  std::string host = "127.0.0.1";  // an address, the one name of the certificate
};

class TlsServer {
 public:
  explicit TlsServer(const TlsSettings& settings = {})
      : context_(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free) {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{settings.key_bits}), &EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME* name = X509_get_subject_name(certificate.get());
    const unsigned char common_name[] = "veedor test";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common_name, -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    add_extension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    add_extension(certificate.get(), NID_subject_alt_name, "IP:" + settings.host);
    X509_sign(certificate.get(), key.get(), settings.sha1 ? EVP_sha1() : EVP_sha256());
    SSL_CTX_set_security_level(context_.get(), 0);
    SSL_CTX_set_min_proto_version(context_.get(),
                                  settings.only_version ? settings.only_version : TLS1_VERSION);
    if (settings.only_version) SSL_CTX_set_max_proto_version(context_.get(), settings.only_version);
    SSL_CTX_use_certificate(context_.get(), certificate.get());
    SSL_CTX_use_PrivateKey(context_.get(), key.get());
    pem_ = to_pem([&](BIO* memory) { PEM_write_bio_X509(memory, certificate.get()); });
    key_pem_ = to_pem([&](BIO* memory) {
      PEM_write_bio_PrivateKey(memory, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    server_.on_connection([this](ScriptedConnection& connection) { serve(connection); });
  }

  std::string url(std::string_view target) const {
    return "https://127.0.0.1:" + std::to_string(server_.port()) + std::string(target);
  }
  // The certificate, which is its own authority.
  const std::string& pem() const { return pem_; }
  const std::string& key_pem() const { return key_pem_; }

 private:
  static void add_extension(X509* certificate, int kind, const std::string& value) {
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
  }

  template <class Write>
  static std::string to_pem(Write write) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), &BIO_free);
    write(memory.get());
    std::string text(BIO_ctrl_pending(memory.get()), '\0');
    BIO_read(memory.get(), text.data(), static_cast<int>(text.size()));
    return text;
  }

  void serve(ScriptedConnection& connection) {
    const timeval limit{10, 0};
    ::setsockopt(connection.descriptor(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(context_.get()), &SSL_free);
    SSL_set_fd(tls.get(), connection.descriptor());
    if (SSL_accept(tls.get()) != 1) return;
    char buffer[4096];
    if (SSL_read(tls.get(), buffer, sizeof buffer) <= 0) return;
    const std::string answer = ScriptedServer::ok("over TLS", "Connection: close\r\n");
    SSL_write(tls.get(), answer.data(), static_cast<int>(answer.size()));
    SSL_shutdown(tls.get());
  }

  std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_;
  std::string pem_;
  std::string key_pem_;
  ScriptedServer server_;  // last: its threads use what is above
};

}  // namespace veedor::testing
