#include "tests/tls/vulnerable_servers.h"

#include <chrono>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "scanner/tls/wire/protocol.h"
#include "scanner/tls/wire/wire.h"

namespace veedor::test {
namespace {

using tls::Writer;

template <class T, auto Free>
std::shared_ptr<T> owned(T* object) {
  return {object, Free};
}

std::shared_ptr<BIO> memory_of(const std::string& text) {
  return owned<BIO, &BIO_free>(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

}  // namespace

std::vector<std::uint8_t> rsa_flight(const std::vector<std::uint8_t>& certificate,
                                     const std::vector<std::uint8_t>& session, bool heartbeat) {
  Writer messages;
  messages.number(tls::message::server_hello, 1);
  messages.vector(3, [&] {
    messages.number(0x0303, 2);
    messages.append(std::vector<std::uint8_t>(32, 7));
    messages.vector(1, [&] { messages.append(session); });
    messages.number(0x002F, 2);
    messages.number(0, 1);
    if (!heartbeat) return;
    messages.vector(2, [&] {
      messages.number(tls::extension::heartbeat, 2);
      messages.vector(2, [&] { messages.number(1, 1); });
    });
  });
  messages.number(tls::message::certificate, 1);
  messages.vector(
      3, [&] { messages.vector(3, [&] { messages.vector(3, [&] { messages.append(certificate); }); }); });
  messages.number(tls::message::server_hello_done, 1);
  messages.vector(3, [] {});
  Writer record;
  record.number(tls::content::handshake, 1);
  record.number(0x0303, 2);
  record.vector(2, [&] { record.append(messages.take()); });
  return record.take();
}

RsaIdentity::RsaIdentity() {
  const Time now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto pair = demo::Authority::self_signed(
      {.names = {"localhost"}, .not_before = now, .not_after = now + std::chrono::days(1)});
  if (!pair) return;
  key_ = owned<EVP_PKEY, &EVP_PKEY_free>(
      PEM_read_bio_PrivateKey(memory_of(pair->key_pem).get(), nullptr, nullptr, nullptr));
  const auto certificate = owned<X509, &X509_free>(
      PEM_read_bio_X509(memory_of(pair->certificate_pem).get(), nullptr, nullptr, nullptr));
  certificate_.resize(static_cast<std::size_t>(i2d_X509(certificate.get(), nullptr)));
  unsigned char* out = certificate_.data();
  i2d_X509(certificate.get(), &out);
}

std::vector<std::uint8_t> RsaIdentity::decrypt(const std::vector<std::uint8_t>& secret) const {
  const auto context = owned<EVP_PKEY_CTX, &EVP_PKEY_CTX_free>(EVP_PKEY_CTX_new(key_.get(), nullptr));
  std::vector<std::uint8_t> block(static_cast<std::size_t>(EVP_PKEY_get_size(key_.get())));
  std::size_t size = block.size();
  const bool done = EVP_PKEY_decrypt_init(context.get()) == 1 &&
                    EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_NO_PADDING) == 1 &&
                    EVP_PKEY_decrypt(context.get(), block.data(), &size, secret.data(), secret.size()) == 1;
  return done ? block : std::vector<std::uint8_t>();
}

std::vector<std::uint8_t> encrypted_secret(const std::vector<std::uint8_t>& records) {
  tls::Reader reader(records);
  if (reader.number(1) != 22U || !reader.number(2)) return {};
  tls::Reader message(reader.vector(2).value_or(tls::BytesView()));
  if (message.number(1) != 16U) return {};
  tls::Reader body(message.vector(3).value_or(tls::BytesView()));
  const tls::BytesView secret = body.vector(2).value_or(tls::BytesView());
  return {secret.begin(), secret.end()};
}

std::vector<std::uint8_t> alert_record(std::uint8_t description) { return {21, 3, 3, 0, 2, 2, description}; }

}  // namespace veedor::test
