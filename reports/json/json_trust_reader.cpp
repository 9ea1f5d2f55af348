// Certificates, the grade and the DNS of a host, read back from scan.json.
#include "reports/json/json_tls_reader.h"

namespace veedor::reports {
namespace {

std::string text(const Node& node) { return node.text(); }
bool boolean(const Node& node) { return node.boolean(); }
std::vector<std::string> texts(const Node& node) { return node.texts(); }
int percentage(const Node& node) { return static_cast<int>(node.number(0, 100)); }
int octet(const Node& node) { return static_cast<int>(node.number(0, 255)); }

std::vector<facts::Sct> read_scts(const Node& node) {
  return node.list([](const Node& item) {
    return facts::Sct{.log_id = item["log_id"].text(), .timestamp = item["timestamp"].time()};
  });
}

facts::GradeReason read_reason(const Node& node) {
  return {.code = node["code"].text(), .cap = node["cap"].text(), .detail = node["detail"].text()};
}

facts::ProfileGap read_gap(const Node& node) {
  return {.code = node["code"].text(), .detail = node["detail"].text()};
}

facts::ClientResult read_client(const Node& node) {
  return {.client = node["client"].text(),
          .released = node["released"].count(),
          .connects = read_named(node["connects"], facts::Connects::unknown),
          .version = node["version"].text(),
          .suite = node["suite"].text(),
          .group = node["group"].text(),
          .forward_secret = node["forward_secret"].boolean()};
}

facts::Caa read_caa(const Node& node) {
  return {.tag = node["tag"].text(), .value = node["value"].text(), .critical = node["critical"].boolean()};
}

facts::Tlsa read_tlsa(const Node& node) {
  return {.usage = octet(node["usage"]),
          .selector = octet(node["selector"]),
          .matching = octet(node["matching"]),
          .data = node["data"].text(),
          .matches = node["matches"].boolean()};
}

}  // namespace

facts::Certificate read_certificate(const Node& node) {
  facts::Certificate certificate{.subject = node["subject"].text(),
                                 .issuer = node["issuer"].text(),
                                 .common_name = node["common_name"].text(),
                                 .names = node["names"].texts(),
                                 .not_before = node["not_before"].time(),
                                 .not_after = node["not_after"].time(),
                                 .key = read_named(node["key"], facts::KeyKind::other),
                                 .key_bits = node["key_bits"].count(),
                                 .signature_algorithm = node["signature_algorithm"].text(),
                                 .self_signed = node["self_signed"].boolean(),
                                 .is_ca = node["is_ca"].boolean(),
                                 .sha256 = node["sha256"].text()};
  node.read_if("curve", certificate.curve, text);
  node.read_if("rsa_exponent", certificate.rsa_exponent, text);
  node.read_if("server_auth", certificate.server_auth, boolean);
  node.read_if("must_staple", certificate.must_staple, boolean);
  node.read_if("precertificate", certificate.precertificate, boolean);
  node.read_if("ocsp_urls", certificate.ocsp_urls, texts);
  node.read_if("issuer_urls", certificate.issuer_urls, texts);
  node.read_if("revocation_list_urls", certificate.revocation_list_urls, texts);
  node.read_if("scts", certificate.scts, read_scts);
  node.read_if("serial", certificate.serial, text);
  node.read_if("key_sha256", certificate.key_sha256, text);
  return certificate;
}

facts::TlsGrade read_grade(const Node& node) {
  return {.letter = node["letter"].text(),
          .if_trusted = node["if_trusted"].text(),
          .protocol = percentage(node["protocol"]),
          .key_exchange = percentage(node["key_exchange"]),
          .cipher = percentage(node["cipher"]),
          .score = percentage(node["score"]),
          .partial = node["partial"].boolean(),
          .reasons = node["reasons"].list(read_reason),
          .modern = node["modern"].list(read_gap),
          .intermediate = node["intermediate"].list(read_gap),
          .clients = node["clients"].list(read_client)};
}

facts::Dns read_dns(const Node& node) {
  return {.caa = read_named(node["caa"], facts::Lookup::failed),
          .caa_domain = node["caa_domain"].text(),
          .caa_records = node["caa_records"].list(read_caa),
          .tlsa = read_named(node["tlsa"], facts::Lookup::failed),
          .tlsa_records = node["tlsa_records"].list(read_tlsa),
          .authenticated = node["authenticated"].boolean(),
          .https = read_named(node["https"], facts::Lookup::failed),
          .https_alpn = node["https_alpn"].texts(),
          .encrypted_client_hello = node["encrypted_client_hello"].boolean()};
}

}  // namespace veedor::reports
