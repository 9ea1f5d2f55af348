// The records of the DNS that speak of a host's TLS: CAA (RFC 8659), TLSA (RFC 6698) and HTTPS (RFC 9460).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
