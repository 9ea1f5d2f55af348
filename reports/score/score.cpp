#include "reports/score/score.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace veedor::reports {
namespace {

constexpr int kCriticalCap = 59;
constexpr int kSeriousCap = 89;

struct Letter {
  std::string_view name;
  int least;
};
constexpr std::array<Letter, 6> kLetters = {
    {{"A", 90}, {"B", 80}, {"C", 65}, {"D", 50}, {"E", 35}, {"F", 0}}};

std::size_t letter_index(int score) {
  std::size_t index = 0;
  while (index + 1 < kLetters.size() && score < kLetters[index].least) ++index;
  return index;
}

// The highest score that is at most one letter above `worst`.
int highest_beside(int worst) {
  const std::size_t index = letter_index(worst);
  return index < 2 ? 100 : kLetters[index - 2].least - 1;
}

int base_of(long long weighted, long long weights) {
  // Each q is off by at most half a unit, so Σ100·w·q by at most 50·Σw units: twice that brings a sum that is
  // a whole number back to it, and is far too little to reach the next one.
  return static_cast<int>((100 * weighted + 100 * weights) / (weights * kQualityScale));
}

void apply_cap(AreaScore& area, rules::Severity worst_open) {
  if (worst_open == rules::Severity::critical)
    area.cap = kCriticalCap, area.reason = CapReason::open_critical;
  if (worst_open == rules::Severity::serious) area.cap = kSeriousCap, area.reason = CapReason::open_serious;
  area.score = std::min(area.base, area.cap);
}

AreaScore score_area(rules::Area area, const std::vector<Decided>& decided) {
  AreaScore out{.area = area};
  long long weights = 0;
  long long weighted = 0;
  rules::Severity worst_open = rules::Severity::info;
  for (const Decided& rule : decided) {
    if (rule.standing != rules::Standing::required) continue;
    if (rule.area != area || rule.templates <= 0 || weight(rule.severity) == 0) continue;
    ++out.rules;
    weights += weight(rule.severity);
    weighted += weight(rule.severity) * quality(rule);
    if (rule.failed > 0) worst_open = std::min(worst_open, rule.severity);
  }
  if (out.rules == 0) return out;
  out.base = base_of(weighted, weights);
  apply_cap(out, worst_open);
  return out;
}

void score_overall(Scores& scores) {
  int worst = 100;
  int sum = 0;
  for (const AreaScore& area : scores.areas) {
    worst = std::min(worst, area.score);
    sum += area.score;
  }
  const int count = static_cast<int>(scores.areas.size());
  scores.overall_base = (worst * count + sum) / (2 * count);  // ⌊(min + mean)/2⌋
  scores.overall = std::min(*scores.overall_base, highest_beside(worst));
  scores.grade = letter(*scores.overall);
}

bool counts_as_sampled(const facts::PageSummary& page) {
  using facts::Outcome;
  switch (page.outcome) {
    case Outcome::not_html:
    case Outcome::disallowed_by_robots:
    case Outcome::redirect_out_of_scope:
      return false;
    case Outcome::http_error:
      return page.status != 404 && page.status != 410;
    default:
      return true;
  }
}

}  // namespace

int weight(rules::Severity severity) {
  constexpr std::array<int, 5> kWeights = {10, 7, 3, 1, 0};
  return kWeights[static_cast<std::size_t>(severity)];
}

std::string_view letter(int score) { return kLetters[letter_index(score)].name; }

long long quality(const Decided& decided) {
  if (decided.failed <= 0 || decided.templates <= 0) return kQualityScale;
  const long long twice_n = 2LL * decided.templates;
  const long long passed = decided.templates - std::min(decided.failed, decided.templates);
  return (passed * kQualityScale + decided.templates) / twice_n;  // 0.5·(1 − f/n)
}

Coverage coverage(const std::vector<facts::PageSummary>& pages) {
  Coverage out;
  for (const facts::PageSummary& page : pages) {
    if (!counts_as_sampled(page)) continue;
    ++out.sampled;
    if (page.outcome == facts::Outcome::read) ++out.read;
  }
  return out;
}

Scores score(const std::vector<Decided>& decided, Coverage coverage) {
  using rules::Area;
  Scores scores;
  scores.pages_read = coverage.read;
  scores.pages_sampled = coverage.sampled;
  for (Area area : {Area::tls, Area::headers, Area::components, Area::accessibility, Area::function}) {
    const AreaScore scored = score_area(area, decided);
    if (scored.rules > 0) scores.areas.push_back(scored);
  }
  if (coverage.sampled == 0 || 10LL * coverage.read < 9LL * coverage.sampled) {
    scores.withheld = Withheld::too_few_pages_read;
  } else if (scores.areas.empty()) {
    scores.withheld = Withheld::nothing_decided;
  } else {
    score_overall(scores);
  }
  return scores;
}

}  // namespace veedor::reports
