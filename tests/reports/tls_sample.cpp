#include "tls_sample.h"

#include <chrono>

#include "sample.h"

namespace veedor::reports::sample {
namespace {

using facts::Exposure;
using facts::Support;
using facts::TlsVersion;
using facts::Vulnerability;

const Time kNow = *parse_iso8601("2026-11-23T04:05:06Z");

facts::Certificate own_certificate() {
  return {.subject = "CN=www.example.org,O=Example",
          .issuer = "CN=Example Issuing CA",
          .common_name = "www.example.org",
          .names = {"www.example.org", "example.org", "203.0.113.7"},
          .not_before = kNow - std::chrono::days(400),
          .not_after = kNow - std::chrono::days(3),
          .key = facts::KeyKind::rsa,
          .key_bits = 1024,
          .curve = "P-256",
          .rsa_exponent = "3",
          .signature_algorithm = "RSA-SHA1",
          .self_signed = true,
          .is_ca = true,
          .server_auth = false,
          .must_staple = true,
          .precertificate = true,
          .ocsp_urls = {"http://ocsp.example.org/"},
          .issuer_urls = {"http://ca.example.org/issuer.der"},
          .revocation_list_urls = {"http://ca.example.org/list.crl"},
          .scts = {{.log_id = std::string(64, 'd'), .timestamp = kNow - std::chrono::days(399)}},
          .serial = "0abc",
          .sha256 = std::string(64, 'a'),
          .key_sha256 = std::string(64, 'b')};
}

facts::KeyExchangeFacts key_exchange() {
  return {.groups = {0x0017, 0x0013, 0xFE30},
          .groups_1_3 = {0x11EC, 0x001D, 0x0100},
          .groups_complete = true,
          .groups_1_3_complete = true,
          .dh = {{.bits = 512, .prime_name = "RFC 2409 group 1", .export_grade = true, .safe_size = false}},
          .dh_key_reused = Support::offered,
          .ecdh_key_reused = Support::inconclusive,
          .signature_schemes = {0x0201, 0xEEEE},
          .signature_schemes_1_3 = {0x0804}};
}

facts::TlsFeatures features() {
  return {.secure_renegotiation = Support::refused,
          .extended_master_secret = Support::offered,
          .encrypt_then_mac = Support::inconclusive,
          .heartbeat = Support::offered,
          .session_tickets = Support::offered,
          .session_ids = Support::refused,
          .ticket_resumption = Support::offered,
          .tls13_resumption = Support::offered,
          .early_data = Support::offered,
          .compression = Support::offered,
          .fallback_scsv = Support::refused,
          .ocsp_stapling = Support::offered,
          .server_name_needed = Support::refused,
          .client_renegotiation = Support::offered,
          .alpn = {"h2", "http/1.1"},
          .npn = {"spdy/3"},
          .ticket_lifetime = 300,
          .early_data_bytes = 16384,
          .scts_in_handshake = 2,
          .tolerance = {.long_hello = Support::refused,
                        .split_hello = Support::inconclusive,
                        .future_version = Support::offered,
                        .grease = Support::offered}};
}

facts::TlsGrade grade() {
  return {
      .letter = "T",
      .if_trusted = "F",
      .protocol = 50,
      .key_exchange = 40,
      .cipher = 20,
      .score = 35,
      .partial = true,
      .reasons = {{.code = "certificate_expired", .cap = "T", .detail = "2026-11-20"},
                  {.code = "suite_export", .cap = "F", .detail = "TLS_RSA_EXPORT_WITH_RC4_40_MD5"},
                  {.code = "of_the_future", .cap = "C", .detail = "1024"}},
      .modern = {{.code = "version_extra", .detail = "TLS 1.2"}, {.code = "of_the_future", .detail = "7"}},
      .intermediate = {{.code = "suite_extra", .detail = "TLS_RSA_WITH_AES_128_CBC_SHA"}},
      .clients = {{.client = "Android 4.4",
                   .released = 2013,
                   .connects = facts::Connects::yes,
                   .version = "TLS 1.2",
                   .suite = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
                   .group = "secp256r1",
                   .forward_secret = true}}};
}

facts::Tls tls() {
  return {.outcome = facts::Outcome::read,
          .detail = "what went wrong",
          .address = "203.0.113.7",
          .chain = {own_certificate()},
          .trust = facts::Trust::incomplete_chain,
          .trust_detail = "unable to get local issuer certificate",
          .name_matches = true,
          .versions = {{TlsVersion::ssl2, Support::offered},
                       {TlsVersion::ssl3, Support::inconclusive},
                       {TlsVersion::tls1_2, Support::offered},
                       {TlsVersion::tls1_3, Support::refused}},
          .cipher = "TLS_AES_128_GCM_SHA256",
          .offers = {{TlsVersion::ssl2,
                      {.suites = {0x010080, 0xFFFFFF},
                       .preference = facts::Preference::client,
                       .chacha_for_mobile = true,
                       .complete = true}},
                     {TlsVersion::tls1_2,
                      {.suites = {0xC02F, 0x0003, 0x000A, 0xFA1A},
                       .preference = facts::Preference::server,
                       .chacha_for_mobile = true,
                       .complete = true}}},
          .key_exchange = key_exchange(),
          .features = features(),
          .vulnerabilities = {{Vulnerability::heartbleed,
                               {.exposure = Exposure::vulnerable, .detail = "leaked 16384 bytes"}},
                              {Vulnerability::insecure_renegotiation,
                               {.exposure = Exposure::safe, .detail = "answered with the extension"}}},
          .shape = {.ordered = false, .superfluous = 2, .root_sent = true},
          .staple = {.state = facts::StapleState::revoked,
                     .this_update = kNow - std::chrono::days(1),
                     .next_update = kNow + std::chrono::days(6),
                     .detail = "keyCompromise"},
          .other_chains = {{.seen_by = "no_server_name",
                            .chain = {own_certificate()},
                            .trust = facts::Trust::self_signed,
                            .name_matches = true}},
          .other_addresses = {{.address = "203.0.113.8",
                               .outcome = facts::Outcome::read,
                               .versions = {{TlsVersion::tls1_2, Support::offered}},
                               .certificate_sha256 = std::string(64, 'c'),
                               .differences = {"versions", "certificate"}}},
          .grade = grade(),
          .connections = 77,
          .intrusive = true,
          .blocked = true};
}

facts::Dns dns() {
  return {.caa = facts::Lookup::found,
          .caa_domain = "example.org",
          .caa_records = {{.tag = "issue", .value = "ca.example.net", .critical = true}},
          .tlsa = facts::Lookup::found,
          .tlsa_records =
              {{.usage = 3, .selector = 1, .matching = 1, .data = std::string(64, 'e'), .matches = true}},
          .authenticated = true,
          .https = facts::Lookup::found,
          .https_alpn = {"h3"},
          .encrypted_client_hello = true};
}

void poison(facts::Certificate& certificate, const std::string& bad) {
  for (std::string* text :
       {&certificate.subject, &certificate.issuer, &certificate.common_name, &certificate.curve,
        &certificate.rsa_exponent, &certificate.signature_algorithm, &certificate.serial, &certificate.sha256,
        &certificate.key_sha256, &certificate.scts.front().log_id})
    *text = bad;
  for (auto* texts : {&certificate.names, &certificate.ocsp_urls, &certificate.issuer_urls,
                      &certificate.revocation_list_urls})
    *texts = {bad, "javascript:alert(1)//" + bad};
}

void poison(facts::TlsGrade& grade, const std::string& bad) {
  grade.letter = grade.if_trusted = bad;
  for (facts::GradeReason& reason : grade.reasons) reason.cap = reason.detail = bad;
  grade.reasons.back().code = bad;
  for (auto* gaps : {&grade.modern, &grade.intermediate}) {
    for (facts::ProfileGap& gap : *gaps) gap.detail = bad;
    gaps->back().code = bad;
  }
  for (facts::ClientResult& client : grade.clients)
    client.client = client.version = client.suite = client.group = bad;
}

}  // namespace

facts::Host known_host() {
  return {.name = "www.example.org",
          .http_port = 8080,
          .https_port = 8443,
          .addresses = {"203.0.113.7"},
          .tls = tls(),
          .dns = dns(),
          .plain = {},
          .now = kNow};
}

facts::Host hostile_host(const std::string& bad) {
  facts::Host host = known_host();
  host.name = bad;
  host.addresses = {bad};
  facts::Tls& tls = host.tls;
  tls.detail = tls.address = tls.trust_detail = tls.cipher = tls.staple.detail = bad;
  for (facts::Certificate& certificate : tls.chain) poison(certificate, bad);
  for (facts::OtherChain& other : tls.other_chains) {
    other.seen_by = bad;
    for (facts::Certificate& certificate : other.chain) poison(certificate, bad);
  }
  for (facts::AddressFacts& address : tls.other_addresses) {
    address.address = address.certificate_sha256 = bad;
    address.differences = {bad};
  }
  for (facts::DhKey& key : tls.key_exchange.dh) key.prime_name = bad;
  for (auto& [vulnerability, exposed] : tls.vulnerabilities) exposed.detail = bad;
  tls.features.alpn = tls.features.npn = host.dns.https_alpn = {bad};
  poison(tls.grade, bad);
  host.dns.caa_domain = bad;
  for (facts::Caa& record : host.dns.caa_records) record.tag = record.value = bad;
  for (facts::Tlsa& record : host.dns.tlsa_records) record.data = bad;
  return host;
}

Report with_known_host(Language language) {
  Report report = institution(language);
  facts::Host& host = report.sites.front().hosts.front();
  const std::optional<facts::Response> plain = host.plain;
  host = known_host();
  host.plain = plain;
  return report;
}

}  // namespace veedor::reports::sample
