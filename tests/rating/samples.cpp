#include "tests/rating/samples.h"

namespace veedor::test {
namespace {

using facts::Support;
using facts::TlsVersion;

facts::Certificate certificate(const char* signature) {
  facts::Certificate leaf;
  leaf.names = {"www.example.org"};
  leaf.not_before = *parse_iso8601("2026-11-01T00:00:00Z");
  leaf.not_after = *parse_iso8601("2027-01-29T23:59:59Z");
  leaf.signature_algorithm = signature;
  return leaf;
}

}  // namespace

facts::Certificate rsa_certificate(int bits) {
  facts::Certificate leaf = certificate("RSA-SHA256");
  leaf.key = facts::KeyKind::rsa;
  leaf.key_bits = bits;
  leaf.rsa_exponent = "65537";
  return leaf;
}

facts::Certificate ec_certificate(const char* curve, int bits) {
  facts::Certificate leaf = certificate("ecdsa-with-SHA384");
  leaf.key = facts::KeyKind::ec;
  leaf.key_bits = bits;
  leaf.curve = curve;
  return leaf;
}

void offer(facts::Host& host, TlsVersion version, std::initializer_list<std::uint32_t> suites) {
  host.tls.versions[version] = Support::offered;
  facts::TlsOffer& offered = host.tls.offers[version];
  offered.suites.assign(suites);
  offered.preference = facts::Preference::server;
  offered.complete = true;
}

void refuse(facts::Host& host, TlsVersion version) {
  host.tls.versions[version] = Support::refused;
  host.tls.offers.erase(version);
}

facts::Host good_host() {
  facts::Host host;
  host.name = "www.example.org";
  host.now = *parse_iso8601("2026-11-27T12:00:00Z");
  facts::Tls& tls = host.tls;
  tls.outcome = facts::Outcome::read;
  tls.chain = {ec_certificate("P-256", 256)};
  tls.trust = facts::Trust::trusted;
  tls.name_matches = true;
  for (const TlsVersion version :
       {TlsVersion::ssl2, TlsVersion::ssl3, TlsVersion::tls1_0, TlsVersion::tls1_1})
    refuse(host, version);
  offer(host, TlsVersion::tls1_2, {0xC02B, 0xC02C, 0xCCA9});
  offer(host, TlsVersion::tls1_3, {0x1301, 0x1302, 0x1303});
  tls.key_exchange.groups = {0x001D, 0x0017, 0x0018};
  tls.key_exchange.groups_1_3 = {0x11EC, 0x001D, 0x0017, 0x0018};
  tls.key_exchange.groups_complete = true;
  tls.key_exchange.groups_1_3_complete = true;
  tls.features.secure_renegotiation = Support::offered;
  tls.features.compression = Support::refused;
  tls.features.ocsp_stapling = Support::refused;
  return host;
}

facts::Host modern_host() {
  facts::Host host = good_host();
  refuse(host, TlsVersion::tls1_2);
  host.tls.key_exchange.groups.clear();
  host.tls.key_exchange.groups_complete = false;
  host.tls.features.secure_renegotiation = Support::not_tested;
  return host;
}

}  // namespace veedor::test
