// What was seen of a host's TLS service: what it offers, what it answers to attacks, and its certificates.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/time.h"
#include "scanner/facts/outcome.h"
#include "scanner/facts/tls/certificate.h"
#include "scanner/facts/tls/grade.h"
#include "scanner/facts/tls/version.h"

namespace veedor::facts {

// Whose order decides which suite is chosen.
enum class Preference : std::uint8_t { not_tested, server, client };

// What is offered in one version.
struct TlsOffer {
  std::vector<std::uint32_t> suites;  // codes; in the server's order where `preference` is `server`
  Preference preference = Preference::not_tested;
  // The server prefers ChaCha20 for a client that does: order of the server, but for mobile devices.
  bool chacha_for_mobile = false;
  bool complete = false;  // false: an unclear answer ended the search, and there may be more
};

// A Diffie-Hellman key of the server's (RFC 5246 §7.4.3).
struct DhKey {
  int bits = 0;               // of the prime
  std::string prime_name;     // of one that many share: "RFC 2409 group 2"; "" for another
  bool export_grade = false;  // seen with an export suite
  bool safe_size = true;      // generator and public value lie in range
};

struct KeyExchangeFacts {
  std::vector<std::uint16_t> groups;  // of TLS 1.2 and before, in the order they were chosen
  std::vector<std::uint16_t> groups_1_3;
  bool groups_complete = false;
  bool groups_1_3_complete = false;
  std::vector<DhKey> dh;                        // the distinct ones seen
  Support dh_key_reused = Support::not_tested;  // two handshakes had the same public value
  Support ecdh_key_reused = Support::not_tested;
  std::vector<std::uint16_t> signature_schemes;  // that the server signed with in TLS 1.2
  std::vector<std::uint16_t> signature_schemes_1_3;
};

// Of a hello that is unusual but valid: `refused` is a server that fails on it.
struct Tolerance {
  Support long_hello = Support::not_tested;      // of more than 1,500 bytes
  Support split_hello = Support::not_tested;     // that comes in two segments
  Support future_version = Support::not_tested;  // RFC 8446 §4.2.1: higher than any there is
  Support grease = Support::not_tested;          // RFC 8701
};

struct TlsFeatures {
  Support secure_renegotiation = Support::not_tested;    // RFC 5746
  Support extended_master_secret = Support::not_tested;  // RFC 7627
  Support encrypt_then_mac = Support::not_tested;        // RFC 7366
  Support heartbeat = Support::not_tested;               // RFC 6520
  Support session_tickets = Support::not_tested;         // RFC 5077
  Support session_ids = Support::not_tested;        // RFC 5246 §7.3: a session was resumed by its identifier
  Support ticket_resumption = Support::not_tested;  // up to TLS 1.2
  Support tls13_resumption = Support::not_tested;   // RFC 8446 §2.2
  Support early_data = Support::not_tested;         // RFC 8446 §2.3: 0-RTT
  Support compression = Support::not_tested;        // DEFLATE, RFC 3749
  Support fallback_scsv = Support::not_tested;      // RFC 7507; refused: the fallback was let through
  Support ocsp_stapling = Support::not_tested;      // RFC 6066 §8
  Support server_name_needed = Support::not_tested;    // without a name there is no handshake
  Support client_renegotiation = Support::not_tested;  // a client may start one
  std::vector<std::string> alpn;                       // RFC 7301: the protocols that were chosen
  std::vector<std::string> npn;
  std::uint32_t ticket_lifetime = 0;  // seconds, of the hint
  std::uint32_t early_data_bytes = 0;
  std::uint32_t scts_in_handshake = 0;  // RFC 6962 §3.3.1
  Tolerance tolerance;
};

enum class Vulnerability : std::uint8_t {
  heartbleed,              // CVE-2014-0160
  ccs_injection,           // CVE-2014-0224
  robot,                   // CVE-2017-13099 and its kin
  ticketbleed,             // CVE-2016-9244
  poodle_tls,              // CVE-2014-8730
  opossum,                 // CVE-2025-49812
  insecure_renegotiation,  // CVE-2009-3555
};

enum class Exposure : std::uint8_t { not_tested, safe, vulnerable, inconclusive };

struct Exposed {
  Exposure exposure = Exposure::not_tested;
  std::string detail;  // what the server did, one English line; "" where nothing is to be said
};

// `none`: no answer, or one that was not tested, since no issuer was sent: then the staple's detail says so.
enum class StapleState : std::uint8_t { none, good, revoked, unknown, expired, invalid };

struct Staple {
  StapleState state = StapleState::none;
  Time this_update{};
  Time next_update{};  // epoch if none
  std::string detail;
};

// Of the chain as sent.
struct ChainShape {
  bool ordered = true;            // each certificate is issued by the next (RFC 5246 §7.4.2)
  std::uint32_t superfluous = 0;  // certificates that belong to no path, or are there twice
  bool root_sent = false;         // costs bytes, helps nobody
};

// A chain that the server shows to other clients: those without a name, those that take only RSA.
struct OtherChain {
  std::string seen_by;  // "no_server_name", "rsa", "ecdsa", "dsa", "other", or the text of an address
  std::vector<Certificate> chain;
  Trust trust = Trust::not_tested;
  bool name_matches = false;
};

// Of another address of the same name: what differs from the first.
struct AddressFacts {
  std::string address;
  Outcome outcome = Outcome::interrupted;
  std::map<TlsVersion, Support> versions;
  std::string certificate_sha256;
  std::vector<std::string> differences;  // "versions", "certificate"
};

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

  std::map<TlsVersion, TlsOffer> offers;  // of the versions that are offered
  KeyExchangeFacts key_exchange;
  TlsFeatures features;
  std::map<Vulnerability, Exposed> vulnerabilities;  // one that is missing was not tested
  ChainShape shape;
  Staple staple;
  std::vector<OtherChain> other_chains;
  std::vector<AddressFacts> other_addresses;
  TlsGrade grade;
  std::uint32_t connections = 0;  // that the assessment took, to all addresses
  bool intrusive = false;         // probes that a server may notice as an attack were allowed
  bool blocked = false;           // the last probe was refused, though the first was answered
  bool tested() const { return outcome == Outcome::read; }
};

std::string_view name(Preference preference);
std::string_view name(Exposure exposure);
std::string_view name(StapleState state);
std::string_view name(Vulnerability vulnerability);  // "Heartbleed"
std::string_view key(Vulnerability vulnerability);   // "heartbleed", for scan.json

}  // namespace veedor::facts
