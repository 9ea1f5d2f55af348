// hosts[].tls of scan.json: what the service offers and answers. Chains are written in json_trust_writer.cpp.
#include <string>

#include "reports/json/json_tls_keys.h"
#include "reports/json/json_value.h"

namespace veedor::reports {
namespace {

Json write(const std::map<facts::TlsVersion, facts::Support>& versions) {
  Json out = Json::object();
  for (const auto& [version, support] : versions)
    out[std::string(facts::key(version))] = facts::name(support);
  return out;
}

Json write(const std::map<facts::TlsVersion, facts::TlsOffer>& offers) {
  Json out = Json::object();
  for (const auto& [version, offer] : offers) {
    out[std::string(facts::key(version))] = {{"suites", list(offer.suites, suite_key)},
                                             {"preference", facts::name(offer.preference)},
                                             {"chacha_for_mobile", offer.chacha_for_mobile},
                                             {"complete", offer.complete}};
  }
  return out;
}

Json write(const facts::DhKey& key) {
  return {{"bits", key.bits},
          {"prime_name", inert(key.prime_name)},
          {"export_grade", key.export_grade},
          {"safe_size", key.safe_size}};
}

Json write(const facts::KeyExchangeFacts& exchange) {
  return {{"groups", list(exchange.groups, group_key)},
          {"groups_1_3", list(exchange.groups_1_3, group_key)},
          {"groups_complete", exchange.groups_complete},
          {"groups_1_3_complete", exchange.groups_1_3_complete},
          {"dh", list(exchange.dh, [](const facts::DhKey& item) { return write(item); })},
          {"dh_key_reused", facts::name(exchange.dh_key_reused)},
          {"ecdh_key_reused", facts::name(exchange.ecdh_key_reused)},
          {"signature_schemes", list(exchange.signature_schemes, signature_scheme_key)},
          {"signature_schemes_1_3", list(exchange.signature_schemes_1_3, signature_scheme_key)}};
}

Json write(const facts::TlsFeatures& features) {
  Json out = Json::object();
  for (const auto& [key, member] : kFeatures) out[key] = facts::name(features.*member);
  out["alpn"] = texts(features.alpn);
  out["npn"] = texts(features.npn);
  out["ticket_lifetime"] = features.ticket_lifetime;
  out["early_data_bytes"] = features.early_data_bytes;
  out["scts_in_handshake"] = features.scts_in_handshake;
  Json tolerance = Json::object();
  for (const auto& [key, member] : kTolerances) tolerance[key] = facts::name(features.tolerance.*member);
  out["tolerance"] = std::move(tolerance);
  return out;
}

Json write(const std::map<facts::Vulnerability, facts::Exposed>& vulnerabilities) {
  Json out = Json::object();
  for (const auto& [vulnerability, exposed] : vulnerabilities) {
    out[std::string(facts::key(vulnerability))] = {{"exposure", facts::name(exposed.exposure)},
                                                   {"detail", inert(exposed.detail)}};
  }
  return out;
}

Json write(const facts::ChainShape& shape) {
  return {{"ordered", shape.ordered}, {"superfluous", shape.superfluous}, {"root_sent", shape.root_sent}};
}

Json write(const facts::Staple& staple) {
  return {{"state", facts::name(staple.state)},
          {"this_update", iso8601(staple.this_update)},
          {"next_update", iso8601(staple.next_update)},
          {"detail", inert(staple.detail)}};
}

Json write(const std::vector<facts::Certificate>& chain) {
  return list(chain, [](const facts::Certificate& item) { return reports::write(item); });
}

Json write(const facts::OtherChain& other) {
  return {{"seen_by", inert(other.seen_by)},
          {"trust", facts::name(other.trust)},
          {"name_matches", other.name_matches},
          {"chain", write(other.chain)}};
}

Json write(const facts::AddressFacts& address) {
  return {{"address", inert(address.address)},
          {"outcome", facts::name(address.outcome)},
          {"versions", write(address.versions)},
          {"certificate_sha256", inert(address.certificate_sha256)},
          {"differences", texts(address.differences)}};
}

}  // namespace

Json write(const facts::Tls& tls) {
  return {{"outcome", facts::name(tls.outcome)},
          {"detail", inert(tls.detail)},
          {"address", inert(tls.address)},
          {"trust", facts::name(tls.trust)},
          {"trust_detail", inert(tls.trust_detail)},
          {"name_matches", tls.name_matches},
          {"versions", write(tls.versions)},
          {"cipher", inert(tls.cipher)},
          {"chain", write(tls.chain)},
          {"offers", write(tls.offers)},
          {"key_exchange", write(tls.key_exchange)},
          {"features", write(tls.features)},
          {"vulnerabilities", write(tls.vulnerabilities)},
          {"shape", write(tls.shape)},
          {"staple", write(tls.staple)},
          {"other_chains", list(tls.other_chains, [](const facts::OtherChain& item) { return write(item); })},
          {"other_addresses",
           list(tls.other_addresses, [](const facts::AddressFacts& item) { return write(item); })},
          {"grade", write(tls.grade)},
          {"connections", tls.connections},
          {"intrusive", tls.intrusive},
          {"blocked", tls.blocked}};
}

}  // namespace veedor::reports
