// What the registries say of a cipher suite and of a group (IANA "TLS Cipher Suites", "TLS Supported
// Groups"), and what that is worth.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "scanner/facts/tls/version.h"

namespace veedor::facts {

enum class KeyExchange : std::uint8_t {
  rsa,
  dh,
  dhe,
  ecdh,
  ecdhe,
  psk,
  dhe_psk,
  ecdhe_psk,
  rsa_psk,
  srp,
  krb5,
  any,
  other
};  // any: of TLS 1.3, where it is agreed apart
enum class Authentication : std::uint8_t { rsa, dss, ecdsa, anonymous, psk, any, other };
enum class Mode : std::uint8_t { null, stream, cbc, aead, other };

struct Suite {
  std::uint32_t code = 0;               // two bytes; three for the kinds of SSL 2.0
  std::string_view name;                // IANA's; lives as long as the program
  TlsVersion since = TlsVersion::ssl3;  // the first version that can use it; SSL 2.0 and TLS 1.3 share none
  KeyExchange exchange = KeyExchange::other;
  Authentication authentication = Authentication::other;
  Mode mode = Mode::other;
  int bits = 0;  // of the cipher's effective key: 0 for NULL, 40 for export, 112 for 3DES, 256 …
  bool export_grade = false;
  bool small_block = false;  // of 64 bits: DES, 3DES, IDEA, RC2, GOST 28147 (SWEET32)
  bool rc4 = false;
  bool md5 = false;   // as the MAC
  bool sha1 = false;  // as the MAC

  bool forward_secret() const {
    return exchange == KeyExchange::dhe || exchange == KeyExchange::ecdhe || exchange == KeyExchange::any;
  }
  bool anonymous() const { return authentication == Authentication::anonymous; }
};

// All that is known, in ascending order of the code.
std::span<const Suite> suites();
// Null for a code that is in no registry.
const Suite* find_suite(std::uint32_t code);
// "TLS_AES_128_GCM_SHA256"; "0xFA1A" style text where the code is unknown is for the caller to make: "" here.
std::string_view suite_name(std::uint32_t code);
// By the whole name; null for another.
const Suite* find_suite(std::string_view name);

enum class GroupKind : std::uint8_t {
  elliptic,
  finite_field,
  post_quantum,
  other
};  // post_quantum: hybrids, too

struct Group {
  std::uint16_t code = 0;
  std::string_view name;  // IANA's: "x25519", "X25519MLKEM768"
  GroupKind kind = GroupKind::other;
  int bits = 0;  // of the curve's or field's order; 0 for post-quantum ones
};

std::span<const Group> groups();
const Group* find_group(std::uint16_t code);
std::string_view group_name(std::uint16_t code);
const Group* find_group(std::string_view name);

// IANA "TLS SignatureScheme": "rsa_pss_rsae_sha256"; "" for an unknown one.
std::string_view signature_scheme_name(std::uint16_t code);

}  // namespace veedor::facts
