#include <string>
#include <string_view>

#include "rules/rating/offered.h"
#include "rules/rating/reasons.h"
#include "rules/rating/scores.h"
#include "scanner/base/text.h"

namespace veedor::rules::rating {
namespace {

using facts::Certificate;
using facts::Trust;

void judge_trust(const ShownChain& shown, Reasons& reasons) {
  switch (shown.trust) {
    case Trust::trusted:
      return;
    case Trust::not_tested:
      return reasons.unclear();
    case Trust::self_signed:
      return reasons.add("certificate_self_signed", "T", shown.seen_by);
    case Trust::unknown_issuer:
      return reasons.add("untrusted", "T", shown.seen_by);
    case Trust::invalid:
      return reasons.add("certificate_invalid", "T", shown.seen_by);
    case Trust::incomplete_chain:
      return reasons.add("chain_incomplete", "B", shown.seen_by);
  }
}

// RFC 5280 §4.1.2.5: both ends belong to the validity.
void judge_dates(const Certificate& leaf, Time now, Reasons& reasons) {
  if (now > leaf.not_after) reasons.add("certificate_expired", "T", iso_date(leaf.not_after));
  if (now < leaf.not_before) reasons.add("certificate_not_yet_valid", "T", iso_date(leaf.not_before));
}

void judge_key(const Certificate& leaf, Reasons& reasons) {
  const int strength = rsa_equivalent(leaf);
  if (strength == 0) return reasons.unclear();
  if (strength < 2048)
    reasons.add("rsa_key_small", strength < 1024 ? "F" : "B", std::to_string(leaf.key_bits));
  if (leaf.rsa_exponent == "1") reasons.add("rsa_exponent_one", "F");
}

// Nobody checks the signature of a certificate that signs itself.
void judge_signatures(const std::vector<Certificate>& chain, Reasons& reasons) {
  for (const Certificate& certificate : chain) {
    if (certificate.self_signed) continue;
    const std::string_view algorithm = certificate.signature_algorithm;
    if (ascii_icontains(algorithm, "md5") || ascii_icontains(algorithm, "md2"))
      reasons.add("signature_md5", "F", algorithm);
    if (ascii_icontains(algorithm, "sha1")) reasons.add("signature_sha1", "T", algorithm);
  }
}

}  // namespace

void judge_certificates(const facts::Host& host, Reasons& reasons) {
  const std::vector<ShownChain> chains = shown_chains(host.tls);
  if (chains.empty()) reasons.unclear();
  for (const ShownChain& shown : chains) {
    const Certificate& leaf = shown.chain->front();
    judge_trust(shown, reasons);
    if (!shown.name_matches) reasons.add("name_mismatch", "M", shown.seen_by);
    judge_dates(leaf, host.now, reasons);
    judge_key(leaf, reasons);
    judge_signatures(*shown.chain, reasons);
  }
  if (host.tls.staple.state == facts::StapleState::revoked) reasons.add("certificate_revoked", "T");
}

}  // namespace veedor::rules::rating
