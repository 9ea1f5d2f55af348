// What was seen of one host beside its pages: its TLS service, its certificate, and what plain HTTP answers.
// What a host rule reads.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/time.h"
#include "scanner/facts/response.h"

namespace veedor::facts {

enum class KeyKind : std::uint8_t { rsa, ec, ed25519, ed448, dsa, other };

struct Certificate {
  std::string subject;  // RFC 2253 spelling
  std::string issuer;
  std::string common_name;         // of the subject; "" if none
  std::vector<std::string> names;  // subjectAltName: DNS names in lower case, IP addresses in text form
  Time not_before{};
  Time not_after{};
  KeyKind key = KeyKind::other;
  int key_bits = 0;                 // RSA modulus or curve size
  std::string signature_algorithm;  // OpenSSL's short name: "RSA-SHA256", "ecdsa-with-SHA384", "RSA-SHA1"
  bool self_signed = false;         // subject equals issuer and the signature is its own
  bool is_ca = false;
  std::string sha256;  // of the DER, lower-case hexadecimal
};

// The judgement of path validation (RFC 5280 §6) against the trust store in use, dates and name apart.
enum class Trust : std::uint8_t {
  not_tested,
  trusted,
  self_signed,
  unknown_issuer,
  incomplete_chain,
  invalid
};

enum class TlsVersion : std::uint8_t { ssl3, tls1_0, tls1_1, tls1_2, tls1_3 };
// Whether the server takes part: `inconclusive` is a result, never a "no".
enum class Support : std::uint8_t { not_tested, offered, refused, inconclusive };

struct Tls {
  Outcome outcome = Outcome::interrupted;  // `read`: the service answered with TLS; else what went wrong
  std::string detail;
  std::string address;             // that was probed
  std::vector<Certificate> chain;  // as the server sent it: the host's own certificate first
  Trust trust = Trust::not_tested;
  std::string trust_detail;   // OpenSSL's sentence, for the log
  bool name_matches = false;  // RFC 9525: a subjectAltName matches the host
  std::map<TlsVersion, Support> versions;
  std::string cipher;  // of the best handshake: "TLS_AES_128_GCM_SHA256"
  bool tested() const { return outcome == Outcome::read; }
};

struct Host {
  std::string name;  // "www.example.org", "127.0.0.1"
  std::uint16_t http_port = 80;
  std::uint16_t https_port = 443;
  std::vector<std::string> addresses;
  Tls tls;  // of https_port
  std::optional<Response>
      plain;   // what http://name:http_port/ answered, redirects followed; none where not asked
  Time now{};  // when the host was probed: rules never look at a clock
};

std::string_view name(TlsVersion version);  // "TLS 1.2"
std::string_view key(TlsVersion version);   // "tls1_2", for scan.json
std::string_view name(Trust trust);         // "unknown_issuer"
std::string_view name(Support support);
std::string_view name(KeyKind kind);  // "RSA"

}  // namespace veedor::facts
