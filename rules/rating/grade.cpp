#include "rules/rating/grade.h"

#include "rules/rating/clients.h"
#include "rules/rating/mozilla.h"
#include "rules/rating/offered.h"
#include "rules/rating/reasons.h"
#include "rules/rating/scores.h"

namespace veedor::rules::rating {
namespace {

Reasons reasons_of(const facts::Host& host, std::optional<std::int64_t> hsts_max_age) {
  Reasons reasons;
  judge_certificates(host, reasons);
  judge_versions(host.tls, reasons);
  judge_suites(host.tls, reasons);
  judge_key_exchange(host.tls, reasons);
  judge_features(host.tls, reasons);
  judge_hsts(hsts_max_age, reasons);
  if (host.tls.blocked) reasons.unclear();
  return reasons;
}

}  // namespace

facts::TlsGrade rate(const facts::Host& host, std::optional<std::int64_t> hsts_max_age) {
  facts::TlsGrade grade;
  const facts::Tls& tls = host.tls;
  if (!tls.tested() || offered_versions(tls).empty() || offered_suites(tls).empty()) return grade;
  Reasons reasons = reasons_of(host, hsts_max_age);
  const Scores points = scores(tls);
  grade.protocol = points.protocol;
  grade.key_exchange = points.key_exchange;
  grade.cipher = points.cipher;
  grade.score = points.total;
  const std::string_view by_score = letter_of(points.total);
  if (by_score != "A") reasons.add("score_low", by_score, std::to_string(points.total));
  grade.letter = reasons.cap(Reasons::Count::all);
  grade.if_trusted = reasons.cap(Reasons::Count::without_trust);
  grade.partial = reasons.partial();
  grade.reasons = reasons.by_weight();
  grade.modern = gaps(host, modern_profile(), hsts_max_age);
  grade.intermediate = gaps(host, intermediate_profile(), hsts_max_age);
  grade.clients = connections(tls);
  return grade;
}

}  // namespace veedor::rules::rating
