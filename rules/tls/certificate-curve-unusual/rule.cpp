// The key lies on a curve that browsers do not take.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

constexpr std::array<std::string_view, 3> kTaken = {"P-256", "P-384", "P-521"};

Verdicts check(const facts::Host& host) {
  const facts::Certificate* own = own_certificate(host);
  if (own == nullptr || own->key != facts::KeyKind::ec || own->curve.empty()) return {};
  if (std::ranges::find(kTaken, own->curve) != kTaken.end()) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = "curve",
           .values = {{"host", host.name}, {"curve", shorten(printable(own->curve), 40)}}}};
}

}  // namespace

extern constexpr Rule certificate_curve_unusual = define({
    .id = "tls/certificate-curve-unusual",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-326"}, .owasp = {"A02:2021"}, .rfc = {"RFC 8422 §5.1.1", "RFC 8446 §4.2.3"}},
    .check = check,
});

}  // namespace veedor::rules::tls
