// The names of what was seen of a host: those for people (TLS 1.2, RSA) and those of scan.json (tls1_2,
// unknown_issuer).
#include "scanner/facts/tls/dns.h"
#include "scanner/facts/tls/tls.h"

namespace veedor::facts {

std::string_view name(TlsVersion version) {
  switch (version) {
    case TlsVersion::ssl2:
      return "SSL 2.0";
    case TlsVersion::ssl3:
      return "SSL 3.0";
    case TlsVersion::tls1_0:
      return "TLS 1.0";
    case TlsVersion::tls1_1:
      return "TLS 1.1";
    case TlsVersion::tls1_2:
      return "TLS 1.2";
    case TlsVersion::tls1_3:
      return "TLS 1.3";
  }
  return "";
}

std::string_view key(TlsVersion version) {
  switch (version) {
    case TlsVersion::ssl2:
      return "ssl2";
    case TlsVersion::ssl3:
      return "ssl3";
    case TlsVersion::tls1_0:
      return "tls1_0";
    case TlsVersion::tls1_1:
      return "tls1_1";
    case TlsVersion::tls1_2:
      return "tls1_2";
    case TlsVersion::tls1_3:
      return "tls1_3";
  }
  return "";
}

std::string_view name(Trust trust) {
  switch (trust) {
    case Trust::not_tested:
      return "not_tested";
    case Trust::trusted:
      return "trusted";
    case Trust::self_signed:
      return "self_signed";
    case Trust::unknown_issuer:
      return "unknown_issuer";
    case Trust::incomplete_chain:
      return "incomplete_chain";
    case Trust::invalid:
      return "invalid";
  }
  return "";
}

std::string_view name(Support support) {
  switch (support) {
    case Support::not_tested:
      return "not_tested";
    case Support::offered:
      return "offered";
    case Support::refused:
      return "refused";
    case Support::inconclusive:
      return "inconclusive";
  }
  return "";
}

std::string_view name(KeyKind kind) {
  switch (kind) {
    case KeyKind::rsa:
      return "RSA";
    case KeyKind::ec:
      return "EC";
    case KeyKind::ed25519:
      return "Ed25519";
    case KeyKind::ed448:
      return "Ed448";
    case KeyKind::dsa:
      return "DSA";
    case KeyKind::other:
      return "other";
  }
  return "";
}

std::string_view name(Preference value) {
  switch (value) {
    case Preference::not_tested:
      return "not_tested";
    case Preference::server:
      return "server";
    case Preference::client:
      return "client";
  }
  return "";
}

std::string_view name(Exposure value) {
  switch (value) {
    case Exposure::not_tested:
      return "not_tested";
    case Exposure::safe:
      return "safe";
    case Exposure::vulnerable:
      return "vulnerable";
    case Exposure::inconclusive:
      return "inconclusive";
  }
  return "";
}

std::string_view name(StapleState value) {
  switch (value) {
    case StapleState::none:
      return "none";
    case StapleState::good:
      return "good";
    case StapleState::revoked:
      return "revoked";
    case StapleState::unknown:
      return "unknown";
    case StapleState::expired:
      return "expired";
    case StapleState::invalid:
      return "invalid";
  }
  return "";
}

std::string_view name(Connects value) {
  switch (value) {
    case Connects::no:
      return "no";
    case Connects::yes:
      return "yes";
    case Connects::unknown:
      return "unknown";
  }
  return "";
}

std::string_view name(Lookup value) {
  switch (value) {
    case Lookup::not_tested:
      return "not_tested";
    case Lookup::found:
      return "found";
    case Lookup::absent:
      return "absent";
    case Lookup::failed:
      return "failed";
  }
  return "";
}

std::string_view name(Vulnerability value) {
  switch (value) {
    case Vulnerability::heartbleed:
      return "Heartbleed";
    case Vulnerability::ccs_injection:
      return "CCS injection";
    case Vulnerability::robot:
      return "ROBOT";
    case Vulnerability::ticketbleed:
      return "Ticketbleed";
    case Vulnerability::poodle_tls:
      return "POODLE (TLS)";
    case Vulnerability::opossum:
      return "Opossum";
    case Vulnerability::insecure_renegotiation:
      return "insecure renegotiation";
  }
  return "";
}

std::string_view key(Vulnerability value) {
  switch (value) {
    case Vulnerability::heartbleed:
      return "heartbleed";
    case Vulnerability::ccs_injection:
      return "ccs_injection";
    case Vulnerability::robot:
      return "robot";
    case Vulnerability::ticketbleed:
      return "ticketbleed";
    case Vulnerability::poodle_tls:
      return "poodle_tls";
    case Vulnerability::opossum:
      return "opossum";
    case Vulnerability::insecure_renegotiation:
      return "insecure_renegotiation";
  }
  return "";
}

}  // namespace veedor::facts
