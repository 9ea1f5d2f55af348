#include "scanner/facts/tls/suite.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "data/cipher_suites_tsv.h"

namespace veedor::facts {
namespace {

struct Exchange {
  std::string_view start;  // of the name, "TLS_" apart
  KeyExchange exchange;
  Authentication authentication;
};

// The longer ones first: the first that fits is taken.
constexpr auto kExchanges = std::to_array<Exchange>({
    {"DH_anon_", KeyExchange::dhe, Authentication::anonymous},
    {"ECDH_anon_", KeyExchange::ecdhe, Authentication::anonymous},
    {"ECDHE_ECDSA_", KeyExchange::ecdhe, Authentication::ecdsa},
    {"ECDHE_RSA_", KeyExchange::ecdhe, Authentication::rsa},
    {"ECDHE_PSK_", KeyExchange::ecdhe_psk, Authentication::psk},
    {"ECDH_ECDSA_", KeyExchange::ecdh, Authentication::ecdsa},
    {"ECDH_RSA_", KeyExchange::ecdh, Authentication::rsa},
    {"DHE_RSA_", KeyExchange::dhe, Authentication::rsa},
    {"DHE_DSS_", KeyExchange::dhe, Authentication::dss},
    {"DHE_PSK_", KeyExchange::dhe_psk, Authentication::psk},
    {"PSK_DHE_", KeyExchange::dhe_psk, Authentication::psk},
    {"DH_RSA_", KeyExchange::dh, Authentication::rsa},
    {"DH_DSS_", KeyExchange::dh, Authentication::dss},
    {"RSA_PSK_", KeyExchange::rsa_psk, Authentication::rsa},
    {"RSA_", KeyExchange::rsa, Authentication::rsa},
    {"PSK_", KeyExchange::psk, Authentication::psk},
    {"SRP_SHA_RSA_", KeyExchange::srp, Authentication::rsa},
    {"SRP_SHA_DSS_", KeyExchange::srp, Authentication::dss},
    {"SRP_SHA_", KeyExchange::srp, Authentication::other},
    {"KRB5_", KeyExchange::krb5, Authentication::other},
});

struct Cipher {
  std::string_view part;  // of the name behind "WITH_"
  Mode mode;
  int bits;
  bool small_block;
};

constexpr auto kCiphers = std::to_array<Cipher>({
    {"RC4_128_EXPORT40", Mode::stream, 40, false},
    {"RC2_128_CBC_EXPORT40", Mode::cbc, 40, true},
    {"3DES_EDE_CBC", Mode::cbc, 112, true},
    {"DES_192_EDE3_CBC", Mode::cbc, 112, true},
    {"DES40_CBC", Mode::cbc, 40, true},
    {"DES_CBC_40", Mode::cbc, 40, true},
    {"DES_64_CFB64", Mode::stream, 56, true},
    {"DES_64_CBC", Mode::cbc, 56, true},
    {"DES_CBC", Mode::cbc, 56, true},
    {"RC2_CBC_40", Mode::cbc, 40, true},
    {"RC2_56", Mode::cbc, 56, true},
    {"RC2_128_CBC", Mode::cbc, 128, true},
    {"RC4_40", Mode::stream, 40, false},
    {"RC4_56", Mode::stream, 56, false},
    {"RC4_64", Mode::stream, 64, false},
    {"RC4_128", Mode::stream, 128, false},
    {"IDEA", Mode::cbc, 128, true},
    {"SEED_CBC", Mode::cbc, 128, false},
    {"CHACHA20_POLY1305", Mode::aead, 256, false},
    {"28147_CNT", Mode::stream, 256, true},
    {"KUZNYECHIK_CTR", Mode::stream, 256, false},
    {"KUZNYECHIK_MGM", Mode::aead, 256, false},
    {"MAGMA_CTR", Mode::stream, 256, true},
    {"MAGMA_MGM", Mode::aead, 256, true},
    {"SM4_GCM", Mode::aead, 128, false},
    {"SM4_CCM", Mode::aead, 128, false},
    {"NULL", Mode::null, 0, false},
});

// AES, Camellia and ARIA say their size and mode themselves.
void read_block_cipher(std::string_view cipher, Suite& suite) {
  suite.bits = cipher.find("_256_") != std::string_view::npos ? 256 : 128;
  if (cipher.find("_CBC") != std::string_view::npos) suite.mode = Mode::cbc;
  if (cipher.find("_GCM") != std::string_view::npos || cipher.find("_CCM") != std::string_view::npos)
    suite.mode = Mode::aead;
}

void read_cipher(std::string_view cipher, Suite& suite) {
  for (const Cipher& known : kCiphers) {
    if (!cipher.starts_with(known.part)) continue;
    suite.mode = known.mode;
    suite.bits = known.bits;
    suite.small_block = known.small_block;
    break;
  }
  if (cipher.starts_with("AES_") || cipher.starts_with("CAMELLIA_") || cipher.starts_with("ARIA_"))
    read_block_cipher(cipher, suite);
  suite.rc4 = cipher.starts_with("RC4_");
  suite.md5 = cipher.find("_MD5") != std::string_view::npos;
  suite.sha1 = cipher.ends_with("_SHA");
}

// RFC 5246: SHA-256 and AEAD are of TLS 1.2; RFC 8422: elliptic curves need extensions, so TLS 1.0.
TlsVersion first_version(std::string_view name, const Suite& suite) {
  const bool new_hash = name.ends_with("_SHA256") || name.ends_with("_SHA384") || name.ends_with("_DRAFT");
  if (suite.mode == Mode::aead || new_hash) return TlsVersion::tls1_2;
  if (suite.exchange == KeyExchange::ecdh || suite.exchange == KeyExchange::ecdhe ||
      suite.exchange == KeyExchange::ecdhe_psk)
    return TlsVersion::tls1_0;
  if (name.find("GOSTR341112") != std::string_view::npos) return TlsVersion::tls1_2;
  return TlsVersion::ssl3;
}

Suite read_suite(std::uint32_t code, std::string_view name, bool three_bytes) {
  Suite suite{.code = code, .name = name};
  if (three_bytes) {  // SSL_CK_RC4_128_WITH_MD5: the key goes under RSA
    suite.since = TlsVersion::ssl2;
    suite.exchange = KeyExchange::rsa;
    suite.authentication = Authentication::rsa;
    read_cipher(name.substr(std::string_view("SSL_CK_").size()), suite);
    suite.export_grade = name.find("EXPORT") != std::string_view::npos;
    return suite;
  }
  std::string_view rest = name.substr(std::string_view("TLS_").size());
  const std::size_t with = rest.find("WITH_");
  if (with == std::string_view::npos) {  // of TLS 1.3: it names only cipher and hash
    suite.since = TlsVersion::tls1_3;
    suite.exchange = KeyExchange::any;
    suite.authentication = Authentication::any;
    if (rest.starts_with("SHA")) suite.mode = Mode::null;  // RFC 9150: integrity alone
    read_cipher(rest, suite);
    return suite;
  }
  for (const Exchange& known : kExchanges) {
    if (!rest.starts_with(known.start)) continue;
    suite.exchange = known.exchange;
    suite.authentication = known.authentication;
    break;
  }
  suite.export_grade = rest.substr(0, with).find("EXPORT") != std::string_view::npos;
  read_cipher(rest.substr(with + 5), suite);
  // RFC 9367: these two are of TLS 1.3.
  suite.since =
      name.find("_MGM_") != std::string_view::npos ? TlsVersion::tls1_3 : first_version(name, suite);
  return suite;
}

std::vector<Suite> read_table() {
  std::vector<Suite> table;
  std::string_view text = data::cipher_suites_tsv;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos) continue;
    std::uint32_t code = 0;
    std::from_chars(line.data(), line.data() + tab, code, 16);
    table.push_back(read_suite(code, line.substr(tab + 1), tab == 6));
  }
  std::ranges::sort(table, {}, &Suite::code);
  return table;
}

}  // namespace

std::span<const Suite> suites() {
  static const std::vector<Suite> table = read_table();
  return table;
}

const Suite* find_suite(std::uint32_t code) {
  const std::span<const Suite> all = suites();
  const auto found = std::ranges::lower_bound(all, code, {}, &Suite::code);
  return found != all.end() && found->code == code ? &*found : nullptr;
}

const Suite* find_suite(std::string_view name) {
  const std::span<const Suite> all = suites();
  const auto found = std::ranges::find(all, name, &Suite::name);
  return found != all.end() ? &*found : nullptr;
}

std::string_view suite_name(std::uint32_t code) {
  const Suite* suite = find_suite(code);
  return suite ? suite->name : std::string_view();
}

}  // namespace veedor::facts
