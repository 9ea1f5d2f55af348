// Certificates, the grade and the DNS of a host in scan.json.
#include "reports/json/json_value.h"

namespace veedor::reports {
namespace {

Json write(const facts::Sct& sct) {
  return {{"log_id", inert(sct.log_id)}, {"timestamp", iso8601(sct.timestamp)}};
}

Json write(const facts::GradeReason& reason) {
  return {{"code", inert(reason.code)}, {"cap", inert(reason.cap)}, {"detail", inert(reason.detail)}};
}

Json write(const std::vector<facts::ProfileGap>& gaps) {
  return list(gaps, [](const facts::ProfileGap& gap) {
    return Json{{"code", inert(gap.code)}, {"detail", inert(gap.detail)}};
  });
}

Json write(const facts::ClientResult& client) {
  return {{"client", inert(client.client)},
          {"released", client.released},
          {"connects", facts::name(client.connects)},
          {"version", inert(client.version)},
          {"suite", inert(client.suite)},
          {"group", inert(client.group)},
          {"forward_secret", client.forward_secret}};
}

Json write(const facts::Caa& record) {
  return {{"tag", inert(record.tag)}, {"value", inert(record.value)}, {"critical", record.critical}};
}

Json write(const facts::Tlsa& record) {
  return {{"usage", record.usage},
          {"selector", record.selector},
          {"matching", record.matching},
          {"data", inert(record.data)},
          {"matches", record.matches}};
}

}  // namespace

Json write(const facts::Certificate& certificate) {
  return {{"subject", inert(certificate.subject)},
          {"issuer", inert(certificate.issuer)},
          {"common_name", inert(certificate.common_name)},
          {"names", texts(certificate.names)},
          {"not_before", iso8601(certificate.not_before)},
          {"not_after", iso8601(certificate.not_after)},
          {"key", facts::name(certificate.key)},
          {"key_bits", certificate.key_bits},
          {"curve", inert(certificate.curve)},
          {"rsa_exponent", inert(certificate.rsa_exponent)},
          {"signature_algorithm", inert(certificate.signature_algorithm)},
          {"self_signed", certificate.self_signed},
          {"is_ca", certificate.is_ca},
          {"server_auth", certificate.server_auth},
          {"must_staple", certificate.must_staple},
          {"precertificate", certificate.precertificate},
          {"ocsp_urls", texts(certificate.ocsp_urls)},
          {"issuer_urls", texts(certificate.issuer_urls)},
          {"revocation_list_urls", texts(certificate.revocation_list_urls)},
          {"scts", list(certificate.scts, [](const facts::Sct& item) { return write(item); })},
          {"serial", inert(certificate.serial)},
          {"sha256", inert(certificate.sha256)},
          {"key_sha256", inert(certificate.key_sha256)}};
}

Json write(const facts::TlsGrade& grade) {
  return {{"letter", inert(grade.letter)},
          {"if_trusted", inert(grade.if_trusted)},
          {"protocol", grade.protocol},
          {"key_exchange", grade.key_exchange},
          {"cipher", grade.cipher},
          {"score", grade.score},
          {"partial", grade.partial},
          {"reasons", list(grade.reasons, [](const facts::GradeReason& item) { return write(item); })},
          {"modern", write(grade.modern)},
          {"intermediate", write(grade.intermediate)},
          {"clients", list(grade.clients, [](const facts::ClientResult& item) { return write(item); })}};
}

Json write(const facts::Dns& dns) {
  return {{"caa", facts::name(dns.caa)},
          {"caa_domain", inert(dns.caa_domain)},
          {"caa_records", list(dns.caa_records, [](const facts::Caa& item) { return write(item); })},
          {"tlsa", facts::name(dns.tlsa)},
          {"tlsa_records", list(dns.tlsa_records, [](const facts::Tlsa& item) { return write(item); })},
          {"authenticated", dns.authenticated},
          {"https", facts::name(dns.https)},
          {"https_alpn", texts(dns.https_alpn)},
          {"encrypted_client_hello", dns.encrypted_client_hello}};
}

}  // namespace veedor::reports
