// The host's certificate, or that of an issuer in its path, is signed with a hash that can be forged.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "rules/support/tls_service.h"
#include "scanner/base/text.h"

namespace veedor::rules::tls {
namespace {

constexpr std::size_t kMaxText = 60;

// broken: given up long ago, MD5 since a collision takes hours on one computer; weak: shown, but still
// costly.
enum class Strength : std::uint8_t { unknown, broken, weak, strong };

// By OpenSSL's short names: "RSA-SHA1", "ecdsa-with-SHA384", "id-rsassa-pkcs1-v1_5-with-sha3-256", "ED25519".
Strength strength_of(std::string_view algorithm) {
  constexpr std::array<std::string_view, 8> kStrong = {"sha224", "sha256", "sha384",  "sha512",
                                                       "sha3-",  "-sm3",   "ed25519", "ed448"};
  constexpr std::array<std::string_view, 3> kBroken = {"md5", "md4", "md2"};
  constexpr std::array<std::string_view, 2> kWeak = {"sha1", "mdc2"};
  const auto named = [algorithm](std::string_view part) { return ascii_icontains(algorithm, part); };
  if (std::ranges::any_of(kStrong, named)) return Strength::strong;
  if (std::ranges::any_of(kBroken, named)) return Strength::broken;
  if (std::ranges::any_of(kWeak, named)) return Strength::weak;
  const bool sha0 = ascii_iequals(algorithm, "RSA-SHA") || ascii_iequals(algorithm, "DSA-SHA");
  return sha0 ? Strength::broken : Strength::unknown;  // RSASSA-PSS does not tell its hash
}

std::string_view message_of(Strength strength) {
  if (strength == Strength::unknown) return "unknown-algorithm";
  return strength == Strength::broken ? "broken" : "weak";
}

Verdicts check(const facts::Host& host) {
  Verdicts verdicts;
  for (const facts::Certificate* certificate : path_without_root(host)) {
    if (certificate->self_signed) continue;  // nobody relies on that signature
    const Strength strength = strength_of(certificate->signature_algorithm);
    if (strength == Strength::strong) {
      verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back(
        {.outcome = strength == Strength::unknown ? Outcome::cant_tell : Outcome::failed,
         .message = message_of(strength),
         .values = {{"host", host.name},
                    {"certificate", short_name(*certificate)},
                    {"algorithm", shorten(printable(certificate->signature_algorithm), kMaxText)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule certificate_weak_signature = define({
    .id = "tls/certificate-weak-signature",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-328"},
                   .owasp = {"A02:2021"},
                   .asvs = {"11.4.1"},
                   .rfc = {"RFC 8446 §4.4.2.4", "RFC 6194 §3", "RFC 6151 §2"}},
    .check = check,
});

}  // namespace veedor::rules::tls
