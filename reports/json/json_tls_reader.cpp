// hosts[].tls of scan.json. Certificates, the grade and the DNS are read in json_trust_reader.cpp.
#include "reports/json/json_tls_reader.h"

#include <limits>

#include "reports/json/json_tls_keys.h"

namespace veedor::reports {
namespace {

facts::Support support(const Node& node) { return read_named(node, facts::Support::inconclusive); }

std::uint32_t amount(const Node& node) {
  return static_cast<std::uint32_t>(node.number(0, std::numeric_limits<std::uint32_t>::max()));
}

template <class Code>
std::vector<Code> codes(const Node& node, std::optional<Code> (*code_of)(std::string_view)) {
  return node.list([code_of](const Node& item) {
    const std::optional<Code> code = code_of(item.text());
    if (!code) item.mismatch();
    return *code;
  });
}

// Calls read(version, node) for each member that is named after a version.
template <class Read>
void by_version(const Node& node, Read read) {
  node.members([&read](const std::string& key, const Node& item) {
    for (int i = 0; i <= static_cast<int>(facts::TlsVersion::tls1_3); ++i) {
      const auto version = static_cast<facts::TlsVersion>(i);
      if (facts::key(version) == key) read(version, item);
    }
  });
}

std::map<facts::TlsVersion, facts::Support> read_versions(const Node& node) {
  std::map<facts::TlsVersion, facts::Support> versions;
  by_version(node,
             [&versions](facts::TlsVersion version, const Node& item) { versions[version] = support(item); });
  return versions;
}

std::map<facts::TlsVersion, facts::TlsOffer> read_offers(const Node& node) {
  std::map<facts::TlsVersion, facts::TlsOffer> offers;
  by_version(node, [&offers](facts::TlsVersion version, const Node& item) {
    offers[version] = {.suites = codes(item["suites"], suite_of_key),
                       .preference = read_named(item["preference"], facts::Preference::client),
                       .chacha_for_mobile = item["chacha_for_mobile"].boolean(),
                       .complete = item["complete"].boolean()};
  });
  return offers;
}

facts::DhKey read_dh_key(const Node& node) {
  return {.bits = node["bits"].count(),
          .prime_name = node["prime_name"].text(),
          .export_grade = node["export_grade"].boolean(),
          .safe_size = node["safe_size"].boolean()};
}

facts::KeyExchangeFacts read_key_exchange(const Node& node) {
  return {.groups = codes(node["groups"], group_of_key),
          .groups_1_3 = codes(node["groups_1_3"], group_of_key),
          .groups_complete = node["groups_complete"].boolean(),
          .groups_1_3_complete = node["groups_1_3_complete"].boolean(),
          .dh = node["dh"].list(read_dh_key),
          .dh_key_reused = support(node["dh_key_reused"]),
          .ecdh_key_reused = support(node["ecdh_key_reused"]),
          .signature_schemes = codes(node["signature_schemes"], signature_scheme_of_key),
          .signature_schemes_1_3 = codes(node["signature_schemes_1_3"], signature_scheme_of_key)};
}

facts::TlsFeatures read_features(const Node& node) {
  facts::TlsFeatures features;
  for (const auto& [key, member] : kFeatures) features.*member = support(node[key]);
  features.alpn = node["alpn"].texts();
  features.npn = node["npn"].texts();
  features.ticket_lifetime = amount(node["ticket_lifetime"]);
  features.early_data_bytes = amount(node["early_data_bytes"]);
  features.scts_in_handshake = amount(node["scts_in_handshake"]);
  const Node tolerance = node["tolerance"];
  for (const auto& [key, member] : kTolerances) features.tolerance.*member = support(tolerance[key]);
  return features;
}

std::map<facts::Vulnerability, facts::Exposed> read_vulnerabilities(const Node& node) {
  std::map<facts::Vulnerability, facts::Exposed> out;
  node.members([&out](const std::string& key, const Node& item) {
    for (int i = 0; !facts::key(static_cast<facts::Vulnerability>(i)).empty(); ++i) {
      const auto vulnerability = static_cast<facts::Vulnerability>(i);
      if (facts::key(vulnerability) != key) continue;
      out[vulnerability] = {.exposure = read_named(item["exposure"], facts::Exposure::inconclusive),
                            .detail = item["detail"].text()};
    }
  });
  return out;
}

facts::ChainShape read_shape(const Node& node) {
  return {.ordered = node["ordered"].boolean(),
          .superfluous = amount(node["superfluous"]),
          .root_sent = node["root_sent"].boolean()};
}

facts::Staple read_staple(const Node& node) {
  return {.state = read_named(node["state"], facts::StapleState::invalid),
          .this_update = node["this_update"].time(),
          .next_update = node["next_update"].time(),
          .detail = node["detail"].text()};
}

facts::OtherChain read_other_chain(const Node& node) {
  return {.seen_by = node["seen_by"].text(),
          .chain = node["chain"].list(read_certificate),
          .trust = read_named(node["trust"], facts::Trust::invalid),
          .name_matches = node["name_matches"].boolean()};
}

facts::AddressFacts read_address(const Node& node) {
  return {.address = node["address"].text(),
          .outcome = read_outcome(node["outcome"]),
          .versions = read_versions(node["versions"]),
          .certificate_sha256 = node["certificate_sha256"].text(),
          .differences = node["differences"].texts()};
}

}  // namespace

facts::Outcome read_outcome(const Node& node) { return read_named(node, facts::Outcome::internal_error); }

facts::Tls read_tls(const Node& node) {
  facts::Tls tls{.outcome = read_outcome(node["outcome"]),
                 .detail = node["detail"].text(),
                 .address = node["address"].text(),
                 .chain = node["chain"].list(read_certificate),
                 .trust = read_named(node["trust"], facts::Trust::invalid),
                 .trust_detail = node["trust_detail"].text(),
                 .name_matches = node["name_matches"].boolean(),
                 .versions = read_versions(node["versions"]),
                 .cipher = node["cipher"].text()};
  node.read_if("offers", tls.offers, read_offers);
  node.read_if("key_exchange", tls.key_exchange, read_key_exchange);
  node.read_if("features", tls.features, read_features);
  node.read_if("vulnerabilities", tls.vulnerabilities, read_vulnerabilities);
  node.read_if("shape", tls.shape, read_shape);
  node.read_if("staple", tls.staple, read_staple);
  node.read_if("other_chains", tls.other_chains, [](const Node& it) { return it.list(read_other_chain); });
  node.read_if("other_addresses", tls.other_addresses, [](const Node& it) { return it.list(read_address); });
  node.read_if("grade", tls.grade, read_grade);
  node.read_if("connections", tls.connections, amount);
  node.read_if("intrusive", tls.intrusive, [](const Node& it) { return it.boolean(); });
  node.read_if("blocked", tls.blocked, [](const Node& it) { return it.boolean(); });
  return tls;
}

}  // namespace veedor::reports
