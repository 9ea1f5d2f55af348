// The names of what was seen of a host: those for people (TLS 1.2, RSA) and those of scan.json (tls1_2,
// unknown_issuer).
#include "scanner/facts/host.h"

namespace veedor::facts {

std::string_view name(TlsVersion version) {
  switch (version) {
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

}  // namespace veedor::facts
