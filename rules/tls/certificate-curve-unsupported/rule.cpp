// The key of the host's certificate is on a curve that not all browsers can verify, however strong it is.
#include "rules/rule.h"

#include <algorithm>
#include <string_view>

#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

using facts::KeyKind;

constexpr std::size_t kMaxText = 40;
constexpr int kWeakBits = 224;  // below, certificate-weak-key speaks

// Browsers get a certificate with an RSA key instead, since they do not offer to verify this one.
bool has_rsa_as_well(const facts::Host& host) {
  return std::ranges::any_of(host.tls.other_chains, [](const facts::OtherChain& other) {
    return other.seen_by == "rsa" && !other.chain.empty() && other.chain.front().key == KeyKind::rsa;
  });
}

// Baseline Requirements §6.1.5 and the lists of signature algorithms that Chromium, Firefox and Safari send.
std::string_view fault_of(const facts::Certificate& certificate) {
  if (certificate.key == KeyKind::ed25519 || certificate.key == KeyKind::ed448) return "edwards";
  if (certificate.curve == "P-256" || certificate.curve == "P-384") return "";
  return certificate.curve == "P-521" ? "p521" : "curve";
}

Verdicts check(const facts::Host& host) {
  const facts::Certificate* certificate = own_certificate(host);
  if (certificate == nullptr) return {};
  const KeyKind kind = certificate->key;
  if (kind != KeyKind::ec && kind != KeyKind::ed25519 && kind != KeyKind::ed448) return {};
  if (kind == KeyKind::ec && (certificate->curve.empty() || certificate->key_bits < kWeakBits)) return {};
  const std::string_view fault = fault_of(*certificate);
  if (fault.empty() || has_rsa_as_well(host)) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = fault,
           .values = {{"host", host.name},
                      {"kind", std::string(facts::name(kind))},
                      {"curve", shorten(printable(certificate->curve), kMaxText)}}}};
}

}  // namespace

extern constexpr Rule certificate_curve_unsupported = define({
    .id = "tls/certificate-curve-unsupported",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-327"}, .owasp = {"A05:2021"}, .asvs = {"12.2.2"}, .rfc = {"RFC 8446 §4.2.3"}},
    .check = check,
});

}  // namespace veedor::rules::tls
