#include <string_view>

#include "scanner/tls/rating/caps.h"

namespace veedor::tls {
namespace {

using facts::Certificate;
using facts::GradeReason;
using facts::KeyKind;
using facts::Trust;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

void cap_by_trust(const facts::Tls& tls, std::vector<GradeReason>& reasons) {
  switch (tls.trust) {
    case Trust::self_signed:
      reasons.push_back({"certificate_self_signed", "T", {}});
      break;
    case Trust::unknown_issuer:
      reasons.push_back({"untrusted", "T", {}});
      break;
    case Trust::invalid:
      reasons.push_back({"certificate_invalid", "T", tls.trust_detail});
      break;
    case Trust::incomplete_chain:
      reasons.push_back({"chain_incomplete", "B", {}});
      break;
    case Trust::trusted:
    case Trust::not_tested:
      break;
  }
}

void cap_by_key(const Certificate& own, std::vector<GradeReason>& reasons) {
  const std::string size = std::to_string(own.key_bits);
  if (own.key == KeyKind::rsa || own.key == KeyKind::dsa) {
    if (own.key_bits < 1024)
      reasons.push_back({"rsa_key_small", "F", size});
    else if (own.key_bits < 2048)
      reasons.push_back({"rsa_key_small", "B", size});
    if (own.rsa_exponent == "1") reasons.push_back({"rsa_exponent_one", "F", {}});
  }
}

// Roots are trusted because clients have them, whatever they are signed with.
void cap_by_signatures(const facts::Tls& tls, std::vector<GradeReason>& reasons) {
  bool md5 = false;
  bool sha1 = false;
  for (const Certificate& certificate : tls.chain) {
    if (certificate.self_signed && certificate.is_ca) continue;
    const std::string_view algorithm = certificate.signature_algorithm;
    md5 |= contains(algorithm, "MD5") || contains(algorithm, "md5") || contains(algorithm, "MD2");
    sha1 |= contains(algorithm, "SHA1") || contains(algorithm, "sha1");
  }
  if (md5) reasons.push_back({"signature_md5", "F", {}});
  if (sha1) reasons.push_back({"signature_sha1", "T", {}});
}

}  // namespace

void cap_by_certificate(const facts::Host& host, std::vector<GradeReason>& reasons) {
  const facts::Tls& tls = host.tls;
  if (tls.chain.empty()) return;
  const Certificate& own = tls.chain.front();
  cap_by_trust(tls, reasons);
  if (own.not_after < host.now) reasons.push_back({"certificate_expired", "T", {}});
  if (own.not_before > host.now) reasons.push_back({"certificate_not_yet_valid", "T", {}});
  if (tls.staple.state == facts::StapleState::revoked) reasons.push_back({"certificate_revoked", "T", {}});
  if (!tls.name_matches) reasons.push_back({"name_mismatch", "M", host.name});
  cap_by_key(own, reasons);
  cap_by_signatures(tls, reasons);
}

}  // namespace veedor::tls
