// The host's certificate does not name the host.
#include "rules/rule.h"

#include <algorithm>
#include <string_view>

#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

constexpr std::size_t kMaxName = 80;

bool has_name(const facts::Certificate& certificate, std::string_view name) {
  return std::ranges::any_of(certificate.names,
                             [name](const std::string& other) { return ascii_iequals(other, name); });
}

// "www.example.org" for "example.org" and the other way round.
std::string with_or_without_www(std::string_view host) {
  return host.starts_with("www.") ? std::string(host.substr(4)) : "www." + std::string(host);
}

// The wildcard that would fit if "*" stood for any number of labels; RFC 9525 §6.3 says exactly one.
std::string_view wildcard_above(const facts::Certificate& certificate, std::string_view host) {
  for (std::string_view name : certificate.names) {
    if (name.starts_with("*.") && (host.ends_with(name.substr(1)) || host == name.substr(2))) return name;
  }
  return {};
}

// What the server shows when no name is asked for is what it shows for a name that it does not know.
bool is_default(const facts::Certificate& certificate, const facts::Host& host) {
  return std::ranges::any_of(host.tls.other_chains, [&](const facts::OtherChain& other) {
    return other.seen_by == "no_server_name" && !other.chain.empty() &&
           same_certificate(other.chain.front(), certificate);
  });
}

Verdict mismatch(const facts::Certificate& certificate, const facts::Host& scanned) {
  const std::string& host = scanned.name;
  // RFC 9110 §4.3.4: the common name does not count.
  if (certificate.names.empty()) {
    const bool named = ascii_iequals(certificate.common_name, host);
    return {.outcome = Outcome::failed,
            .message = named ? "common-name-only" : "no-names",
            .values = {{"host", host}, {"certificate", short_name(certificate)}}};
  }
  if (std::string sibling = with_or_without_www(host); has_name(certificate, sibling)) {
    return {.outcome = Outcome::failed,
            .message = "www",
            .values = {{"host", host}, {"name", std::move(sibling)}}};
  }
  if (const std::string_view wildcard = wildcard_above(certificate, host); !wildcard.empty()) {
    return {.outcome = Outcome::failed,
            .message = "wildcard-depth",
            .values = {{"host", host}, {"name", shorten(printable(wildcard), kMaxName)}}};
  }
  return {.outcome = Outcome::failed,
          .message = is_default(certificate, scanned) ? "default-certificate" : "other-names",
          .values = {{"host", host}, {"names", listed_names(certificate.names)}}};
}

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  if (certificate == nullptr) return {};
  if (host.tls.name_matches) return {{Outcome::passed}};
  return {mismatch(*certificate, host)};
}

}  // namespace

extern constexpr Rule certificate_name_mismatch = define({
    .id = "tls/certificate-name-mismatch",
    .severity = Severity::critical,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-297"},
                   .owasp = {"A02:2021"},
                   .asvs = {"12.2.2"},
                   .rfc = {"RFC 9525 §6", "RFC 9110 §4.3.4"}},
    .check = check,
});

}  // namespace veedor::rules::tls
