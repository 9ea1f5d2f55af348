#include "rules/rating/scores.h"

#include <algorithm>
#include <optional>

#include "rules/rating/offered.h"

namespace veedor::rules::rating {
namespace {

int protocol_score(facts::TlsVersion version) {
  switch (version) {
    case facts::TlsVersion::ssl2:
      return 0;
    case facts::TlsVersion::ssl3:
      return 80;
    case facts::TlsVersion::tls1_0:
      return 90;
    case facts::TlsVersion::tls1_1:
      return 95;
    case facts::TlsVersion::tls1_2:
    case facts::TlsVersion::tls1_3:
      break;
  }
  return 100;
}

int cipher_score(const facts::Suite& suite) {
  if (suite.mode == facts::Mode::null || suite.bits == 0) return 0;
  if (suite.bits < 128) return 20;
  return suite.bits < 256 ? 80 : 100;
}

int key_score(int rsa_bits) {
  if (rsa_bits < 512) return 20;
  if (rsa_bits < 1024) return 40;
  if (rsa_bits < 2048) return 80;
  return rsa_bits < 4096 ? 90 : 100;
}

// The mean of the best and the worst.
class Range {
 public:
  void add(int score) {
    lowest_ = lowest_ ? std::min(*lowest_, score) : score;
    highest_ = highest_ ? std::max(*highest_, score) : score;
  }
  int lowest() const { return lowest_.value_or(0); }
  int mean() const { return lowest_ ? (*lowest_ + *highest_) / 2 : 0; }

 private:
  std::optional<int> lowest_;
  std::optional<int> highest_;
};

int key_exchange_score(const facts::Tls& tls) {
  Range scores;
  for (const ShownChain& shown : shown_chains(tls)) {
    if (const int bits = rsa_equivalent(shown.chain->front())) scores.add(key_score(bits));
  }
  for (const facts::DhKey& key : tls.key_exchange.dh) scores.add(key_score(key.bits));
  for (const facts::Group* group : offered_groups(tls)) {
    if (group->kind == facts::GroupKind::elliptic) scores.add(key_score(rsa_equivalent(group->bits)));
    if (group->kind == facts::GroupKind::finite_field) scores.add(key_score(group->bits));
  }
  for (const OfferedSuite& offered : offered_suites(tls)) {
    if (offered.suite->anonymous()) scores.add(0);
    if (offered.suite->export_grade) scores.add(40);
  }
  return scores.lowest();
}

}  // namespace

int rsa_equivalent(int bits) {
  if (bits < 112) return 0;
  if (bits < 160) return 512;
  if (bits < 224) return 1024;
  if (bits < 250) return 2048;  // Curve25519 is of the next class: its order has 253 bits
  if (bits < 384) return 3072;
  return bits < 512 ? 7680 : 15360;
}

int rsa_equivalent(const facts::Certificate& certificate) {
  switch (certificate.key) {
    case facts::KeyKind::rsa:
    case facts::KeyKind::dsa:
      return certificate.key_bits;
    case facts::KeyKind::ec:
      return certificate.key_bits == 0 ? 0 : std::max(1, rsa_equivalent(certificate.key_bits));
    case facts::KeyKind::ed25519:
      return 3072;
    case facts::KeyKind::ed448:
      return 7680;
    case facts::KeyKind::other:
      break;
  }
  return 0;
}

Scores scores(const facts::Tls& tls) {
  Range protocol;
  for (const facts::TlsVersion version : offered_versions(tls)) protocol.add(protocol_score(version));
  Range cipher;
  for (const OfferedSuite& offered : offered_suites(tls)) cipher.add(cipher_score(*offered.suite));
  Scores scores{
      .protocol = protocol.mean(), .key_exchange = key_exchange_score(tls), .cipher = cipher.mean()};
  if (scores.protocol != 0 && scores.key_exchange != 0 && scores.cipher != 0)
    scores.total = (3 * scores.protocol + 3 * scores.key_exchange + 4 * scores.cipher) / 10;
  return scores;
}

std::string_view letter_of(int total) {
  if (total >= 80) return "A";
  if (total >= 65) return "B";
  if (total >= 50) return "C";
  if (total >= 35) return "D";
  return total >= 20 ? "E" : "F";
}

}  // namespace veedor::rules::rating
