// The records of the DNS that speak of a host's TLS: CAA (RFC 8659), TLSA (RFC 6698) and HTTPS (RFC 9460).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts/tls/certificate.h"

namespace veedor::facts {

enum class Lookup : std::uint8_t { not_tested, found, absent, failed };  // absent: the resolver said so

struct Caa {
  std::string tag;    // "issue", "issuewild", "iodef", …
  std::string value;  // "letsencrypt.org"
  bool critical = false;
};

struct Tlsa {
  int usage = 0;
  int selector = 0;
  int matching = 0;
  std::string data;      // lower-case hexadecimal
  bool matches = false;  // a certificate of the chain
};

enum class TlsaFit : std::uint8_t { matches, differs, not_comparable };

// Of a usage and a selector that are registered, and with a SHA-256: other records hold a whole certificate
// or key (matching type 0) or a SHA-512 (2), which the facts of a chain do not have.
inline bool has_sha256(const Tlsa& record) {
  return record.usage >= 0 && record.usage <= 3 && (record.selector == 0 || record.selector == 1) &&
         record.matching == 1;
}

// Whether the record fits `chain`, which its `matches` was set with. RFC 7671 §5.4: an authority of usage 0
// may be a root that clients have and servers do not send. RFC 7671 §5.2.2: that of usage 2 must be sent.
inline TlsaFit fit(const Tlsa& record, const std::vector<Certificate>& chain) {
  if (record.matches) return TlsaFit::matches;
  const bool root_is_unknown = record.usage == 0 && std::ranges::none_of(chain, &Certificate::self_signed);
  return has_sha256(record) && !root_is_unknown ? TlsaFit::differs : TlsaFit::not_comparable;
}

struct Dns {
  Lookup caa = Lookup::not_tested;
  std::string caa_domain;  // the ancestor where the records were found
  std::vector<Caa> caa_records;
  Lookup tlsa = Lookup::not_tested;
  std::vector<Tlsa> tlsa_records;
  bool authenticated = false;  // the resolver vouches for DNSSEC (the AD bit)
  Lookup https = Lookup::not_tested;
  std::vector<std::string> https_alpn;  // "h2", "h3"
  bool encrypted_client_hello = false;  // RFC 9849: the ech parameter is there
};

std::string_view name(Lookup lookup);

}  // namespace veedor::facts
