#include "scanner/tls/certificates/cbc_session.h"

#include <array>

#include <openssl/core_names.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>

#include "scanner/tls/certificates/libssl_pump.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

constexpr std::size_t kMac = 20;  // SHA-1
constexpr std::size_t kKey = 16;  // AES-128
constexpr std::size_t kBlock = 16;
constexpr std::uint8_t kSecondRecord = 1;  // the sequence number: Finished was 0

SslContextPtr make_context() {
  SslContextPtr context(SSL_CTX_new(TLS_client_method()));
  if (!context) return nullptr;
  SSL_CTX_set_security_level(context.get(), 0);
  SSL_CTX_set_min_proto_version(context.get(), TLS1_1_VERSION);
  SSL_CTX_set_max_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_cipher_list(context.get(),
                          "ECDHE-RSA-AES128-SHA:ECDHE-ECDSA-AES128-SHA:AES128-SHA:@SECLEVEL=0");
  SSL_CTX_set_options(context.get(),
                      SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_NO_ENCRYPT_THEN_MAC | SSL_OP_NO_TICKET);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
  return context;
}

// RFC 5246 §6.3, RFC 4346 §6.3: the client's MAC key and the server's, then their keys.
bool expand(const SSL* ssl, Bytes& block) {
  std::array<unsigned char, SSL_MAX_MASTER_KEY_LENGTH> master{};
  std::array<unsigned char, SSL3_RANDOM_SIZE> client{};
  std::array<unsigned char, SSL3_RANDOM_SIZE> server{};
  std::size_t size = SSL_SESSION_get_master_key(SSL_get0_session(ssl), master.data(), master.size());
  SSL_get_client_random(ssl, client.data(), client.size());
  SSL_get_server_random(ssl, server.data(), server.size());
  std::string seed = "key expansion";
  seed.append(server.begin(), server.end()).append(client.begin(), client.end());
  char digest[] = "SHA256";
  char old_digest[] = "MD5-SHA1";
  const bool modern = SSL_version(ssl) == TLS1_2_VERSION;
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, modern ? digest : old_digest, 0),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SECRET, master.data(), size),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SEED, seed.data(), seed.size()),
      OSSL_PARAM_construct_end()};
  using KdfPtr = std::unique_ptr<EVP_KDF, Freer<EVP_KDF_free>>;
  using ContextPtr = std::unique_ptr<EVP_KDF_CTX, Freer<EVP_KDF_CTX_free>>;
  const KdfPtr kdf(EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_TLS1_PRF, nullptr));
  const ContextPtr context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
  block.resize(2 * kMac + 2 * kKey);
  return context && EVP_KDF_derive(context.get(), block.data(), block.size(), parameters) == 1;
}

Bytes encrypt(const Bytes& key, const Bytes& iv, const Bytes& text) {
  using ContextPtr = std::unique_ptr<EVP_CIPHER_CTX, Freer<EVP_CIPHER_CTX_free>>;
  const ContextPtr context(EVP_CIPHER_CTX_new());
  Bytes out(text.size() + kBlock);
  int size = 0;
  if (!context || EVP_EncryptInit_ex(context.get(), EVP_aes_128_cbc(), nullptr, key.data(), iv.data()) != 1)
    return {};
  EVP_CIPHER_CTX_set_padding(context.get(), 0);
  if (EVP_EncryptUpdate(context.get(), out.data(), &size, text.data(), static_cast<int>(text.size())) != 1)
    return {};
  out.resize(static_cast<std::size_t>(size));
  return out;
}

}  // namespace

struct CbcSession::Keys {
  Bytes mac;
  Bytes cipher;
  std::uint16_t version = 0;
};

CbcSession::CbcSession(Loop& loop, const Address& address, std::chrono::milliseconds timeout)
    : line_(loop, address, timeout) {}
CbcSession::~CbcSession() = default;

bool CbcSession::begin(const std::string& server_name) {
  const SslContextPtr context = make_context();
  const SslPtr ssl(context ? SSL_new(context.get()) : nullptr);
  LibsslPump pump(line_, ssl.get());
  if (!pump.ready() || line_.open() != Ending::answered) return false;
  SSL_set_connect_state(ssl.get());
  std::string name = server_name;  // the macro for this casts constness away
  if (!name.empty())
    SSL_ctrl(ssl.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, name.data());
  std::string detail;
  Bytes block;
  const bool done = pump.shake_hands(detail) == facts::Outcome::read && expand(ssl.get(), block);
  ERR_clear_error();
  if (!done) return false;
  const auto cipher = block.begin() + 2 * kMac;
  keys_ = std::make_unique<Keys>(Keys{{block.begin(), block.begin() + kMac},
                                      {cipher, cipher + kKey},
                                      static_cast<std::uint16_t>(SSL_version(ssl.get()))});
  return true;
}

Bytes CbcSession::record(const std::string& text, bool wrong_padding) const {
  Writer authenticated;
  authenticated.number(0, 4);
  authenticated.number(kSecondRecord, 4);
  authenticated.number(content::application_data, 1);
  authenticated.number(keys_->version, 2);
  authenticated.vector(2, [&] { authenticated.append(text); });
  const Bytes header = authenticated.take();
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned int mac_size = 0;
  HMAC(EVP_sha1(), keys_->mac.data(), static_cast<int>(keys_->mac.size()), header.data(), header.size(),
       mac.data(), &mac_size);
  Bytes plain(text.begin(), text.end());
  plain.insert(plain.end(), mac.begin(), mac.begin() + mac_size);
  // A whole block more than needed, so that there is padding to get wrong.
  const std::size_t padding = 2 * kBlock - plain.size() % kBlock;
  const auto length = static_cast<std::uint8_t>(padding - 1);
  for (std::size_t i = 0; i < padding; ++i)
    plain.push_back(wrong_padding && i + 1 < padding ? static_cast<std::uint8_t>(length ^ 0x55) : length);

  Bytes iv(kBlock);
  RAND_bytes(iv.data(), static_cast<int>(iv.size()));
  Bytes body = iv;
  for (std::uint8_t byte : encrypt(keys_->cipher, iv, plain)) body.push_back(byte);
  Writer record;
  record.number(content::application_data, 1);
  record.number(keys_->version, 2);
  record.vector(2, [&] { record.append(body); });
  return record.take();
}

std::optional<std::uint8_t> CbcSession::ask(Bytes record, std::chrono::milliseconds wait) {
  line_.shorten(wait);
  if (line_.send(std::move(record)) != Ending::answered) return std::nullopt;
  Bytes bytes;
  if (line_.receive(bytes) != Ending::answered || bytes.empty()) return std::nullopt;
  return bytes.front();
}

}  // namespace veedor::tls
