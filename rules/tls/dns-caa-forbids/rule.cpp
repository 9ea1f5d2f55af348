// The CAA records do not allow the authority that issued the certificate in use.
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <vector>

#include "rules/support/ca_domains.h"
#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

constexpr std::size_t kMaxName = 80;

// RFC 8659 §4.2: the domain stands before the parameters; without one, nobody is allowed.
std::string_view domain_of(const facts::Caa& record) {
  return trim(std::string_view(record.value).substr(0, record.value.find(';')));
}

std::vector<std::string_view> allowed(const facts::Dns& dns, std::string_view tag, bool& stated) {
  std::vector<std::string_view> domains;
  for (const facts::Caa& record : dns.caa_records) {
    if (!ascii_iequals(record.tag, tag)) continue;
    stated = true;
    if (!domain_of(record).empty()) domains.push_back(domain_of(record));
  }
  return domains;
}

// RFC 8659 §4.3: issuewild comes before issue where the certificate covers the host by a wildcard only.
bool covered_by_wildcard(const facts::Certificate& certificate, std::string_view host) {
  return std::ranges::none_of(certificate.names,
                              [host](const std::string& name) { return ascii_iequals(name, host); });
}

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  if (certificate == nullptr || !publicly_trusted(host) || !host.tls.name_matches) return {};
  if (host.dns.caa != facts::Lookup::found) return {};
  const std::string issuer = organization_of(certificate->issuer);
  const std::vector<std::string_view> own = caa_domains_of(issuer);
  if (own.empty()) return {};  // an authority whose domains are not known here
  bool stated = false;
  std::vector<std::string_view> domains;
  if (covered_by_wildcard(*certificate, host.name)) domains = allowed(host.dns, "issuewild", stated);
  if (!stated) domains = allowed(host.dns, "issue", stated);
  if (!stated) return {};  // nothing is restricted: dns-caa-missing says so
  const bool found =
      std::ranges::any_of(domains, [&](std::string_view domain) { return is_caa_domain_of(domain, own); });
  if (found) return {{Outcome::passed}};
  const std::vector<std::string> names(domains.begin(), domains.end());
  return {{.outcome = Outcome::failed,
           .message = names.empty() ? "nobody" : "others",
           .values = {{"host", host.name},
                      {"issuer", issuer},
                      {"allowed", listed_names(names)},
                      {"domain", shorten(printable(host.dns.caa_domain), kMaxName)}}}};
}

}  // namespace

extern constexpr Rule dns_caa_forbids = define({
    .id = "tls/dns-caa-forbids",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,  // authorities may acknowledge further domains
    .references = {.cwe = {"CWE-295"}, .owasp = {"A05:2021"}, .rfc = {"RFC 8659 §4.2", "RFC 8659 §4.3"}},
    .check = check,
});

}  // namespace veedor::rules::tls
