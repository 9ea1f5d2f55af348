// An X.509 certificate as the plain values that rules read, and what path validation said of a chain.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/time.h"

namespace veedor::facts {

enum class KeyKind : std::uint8_t { rsa, ec, ed25519, ed448, dsa, other };

// RFC 6962 §3.2: a log's promise to publish the certificate.
struct Sct {
  std::string log_id;  // SHA-256 of the log's key, lower-case hexadecimal
  Time timestamp{};
};

struct Certificate {
  std::string subject;  // RFC 2253 spelling
  std::string issuer;
  std::string common_name;         // of the subject; "" if none
  std::vector<std::string> names;  // subjectAltName: DNS names in lower case, IP addresses in text form
  Time not_before{};
  Time not_after{};
  KeyKind key = KeyKind::other;
  int key_bits = 0;                 // RSA modulus or curve size
  std::string curve;                // of an EC key: "P-256", "secp256k1"
  std::string rsa_exponent;         // decimal; "" for other keys
  std::string signature_algorithm;  // OpenSSL's short name: "RSA-SHA256", "ecdsa-with-SHA384", "RSA-SHA1"
  bool self_signed = false;         // subject equals issuer and the signature is its own
  bool is_ca = false;
  bool server_auth = true;               // RFC 5280 §4.2.1.12: no extKeyUsage, or one that lets it serve TLS
  bool must_staple = false;              // RFC 7633: status_request
  bool precertificate = false;           // RFC 6962 §3.1: has the poison extension, which no client accepts
  std::vector<std::string> ocsp_urls;    // authorityInfoAccess
  std::vector<std::string> issuer_urls;  // authorityInfoAccess: where its issuer's certificate is
  std::vector<std::string> revocation_list_urls;  // cRLDistributionPoints
  std::vector<Sct> scts;                          // embedded
  std::string serial;                             // lower-case hexadecimal
  std::string sha256;                             // of the DER, lower-case hexadecimal
  std::string key_sha256;                         // of the subjectPublicKeyInfo, lower-case hexadecimal
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

std::string_view name(Trust trust);   // "unknown_issuer"
std::string_view name(KeyKind kind);  // "RSA"

}  // namespace veedor::facts
