#include "scanner/tls/rating/grade.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "scanner/facts/tls/suite.h"
#include "scanner/tls/rating/caps.h"
#include "scanner/tls/rating/clients.h"
#include "scanner/tls/rating/mozilla.h"

namespace veedor::tls {
namespace {

using facts::Exposure;
using facts::GradeReason;
using facts::Support;
using facts::TlsGrade;
using facts::TlsVersion;

constexpr std::int64_t kSixMonths = 15'552'000;  // seconds; the guide's
// From the best to the worst; T and M are below all, since they are no grades of the configuration.
constexpr std::array<std::string_view, 10> kLetters = {"A+", "A", "A-", "B", "C", "D", "E", "F", "M", "T"};

std::size_t rank(std::string_view letter) {
  return static_cast<std::size_t>(std::ranges::find(kLetters, letter) - kLetters.begin());
}

int protocol_points(TlsVersion version) {
  switch (version) {
    case TlsVersion::ssl2:
      return 0;
    case TlsVersion::ssl3:
      return 80;
    case TlsVersion::tls1_0:
      return 90;
    case TlsVersion::tls1_1:
      return 95;
    case TlsVersion::tls1_2:
    case TlsVersion::tls1_3:
      break;
  }
  return 100;
}

int cipher_points(int bits) { return bits == 0 ? 0 : bits < 128 ? 20 : bits < 256 ? 80 : 100; }

int modulus_points(int bits) {
  return bits < 512 ? 20 : bits < 1024 ? 40 : bits < 2048 ? 80 : bits < 4096 ? 90 : 100;
}

// The equivalent strength of curves, as testssl.sh has it: the guide speaks of RSA only.
int curve_points(int bits) {
  return bits < 110 ? 20 : bits < 123 ? 40 : bits < 163 ? 80 : bits < 225 ? 90 : 100;
}

int protocol_score(const facts::Tls& tls) {
  return (protocol_points(tls.offers.begin()->first) + protocol_points(tls.offers.rbegin()->first)) / 2;
}

template <class Visit>
void for_each_suite(const facts::Tls& tls, Visit visit) {
  for (const auto& entry : tls.offers) {
    for (std::uint32_t code : entry.second.suites) {
      if (const facts::Suite* suite = facts::find_suite(code)) visit(*suite);
    }
  }
}

int cipher_score(const facts::Tls& tls) {
  int best = 0;
  int worst = 100;
  for_each_suite(tls, [&](const facts::Suite& suite) {
    best = std::max(best, cipher_points(suite.bits));
    worst = std::min(worst, cipher_points(suite.bits));
  });
  return std::min((best + worst) / 2, worst == 0 ? 0 : 100);
}

int key_exchange_score(const facts::Tls& tls) {
  int score = 100;
  for_each_suite(tls, [&](const facts::Suite& suite) {
    if (suite.anonymous()) score = 0;
    if (suite.export_grade) score = std::min(score, 40);
  });
  for (const facts::DhKey& key : tls.key_exchange.dh) score = std::min(score, modulus_points(key.bits));
  if (tls.chain.empty()) return score;
  const facts::Certificate& own = tls.chain.front();
  const bool curve = own.key != facts::KeyKind::rsa && own.key != facts::KeyKind::dsa;
  return std::min(score, curve ? curve_points(own.key_bits) : modulus_points(own.key_bits));
}

std::string_view letter_of(int score) {
  return score >= 80   ? "A"
         : score >= 65 ? "B"
         : score >= 50 ? "C"
         : score >= 35 ? "D"
         : score >= 20 ? "E"
                       : "F";
}

bool is_uncertain(const facts::Tls& tls) {
  const auto unclear = [](const auto& entry) { return entry.second == Support::inconclusive; };
  const auto open = [](const auto& entry) { return !entry.second.complete; };
  const auto untold = [](const auto& entry) { return entry.second.exposure == Exposure::inconclusive; };
  return tls.blocked || std::ranges::any_of(tls.versions, unclear) || std::ranges::any_of(tls.offers, open) ||
         std::ranges::any_of(tls.vulnerabilities, untold);
}

// What keeps an A from being an A+.
void cap_the_best(const facts::Tls& tls, std::optional<std::int64_t> hsts,
                  std::vector<GradeReason>& reasons) {
  if (hsts.value_or(0) < kSixMonths)
    reasons.push_back({"hsts_missing", "A", hsts ? std::to_string(*hsts) : ""});
  if (tls.features.fallback_scsv == Support::refused) reasons.push_back({"fallback_scsv_missing", "A", {}});
}

}  // namespace

TlsGrade rate(const facts::Host& host, std::optional<std::int64_t> hsts_max_age) {
  const facts::Tls& tls = host.tls;
  TlsGrade grade;
  if (tls.offers.empty()) return grade;
  grade.protocol = protocol_score(tls);
  grade.key_exchange = key_exchange_score(tls);
  grade.cipher = cipher_score(tls);
  const bool nothing = grade.protocol == 0 || grade.key_exchange == 0 || grade.cipher == 0;
  grade.score = nothing ? 0 : (grade.protocol * 3 + grade.key_exchange * 3 + grade.cipher * 4) / 10;
  grade.partial = is_uncertain(tls);

  cap_by_certificate(host, grade.reasons);
  cap_by_offers(tls, grade.reasons);
  cap_by_attacks(tls, grade.reasons);
  cap_the_best(tls, hsts_max_age, grade.reasons);
  std::ranges::stable_sort(grade.reasons, std::greater<>(),
                           [](const GradeReason& reason) { return rank(reason.cap); });

  std::size_t letter = rank(letter_of(grade.score));
  if (letter == rank("A")) letter = rank("A+");
  std::size_t if_trusted = letter;
  for (const GradeReason& reason : grade.reasons) {
    letter = std::max(letter, rank(reason.cap));
    if (reason.cap != "T" && reason.cap != "M") if_trusted = std::max(if_trusted, rank(reason.cap));
  }
  grade.letter = kLetters[letter];
  grade.if_trusted = kLetters[if_trusted];
  grade.modern = modern_gaps(host, hsts_max_age);
  grade.intermediate = intermediate_gaps(host, hsts_max_age);
  grade.clients = simulate_clients(tls);
  return grade;
}

}  // namespace veedor::tls
