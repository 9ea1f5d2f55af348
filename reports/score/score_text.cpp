// The score as text: short, or with every term so that anybody can compute it again.
#include <algorithm>
#include <string>

#include "reports/score/score.h"
#include "reports/speech.h"
#include "reports/summary.h"
#include "reports/text/layout.h"
#include "scanner/base/text.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kWidth = 100;
constexpr std::size_t kAreaWidth = 24;
constexpr std::size_t kNumberWidth = 7;

// A number in units of 1/kQualityScale with three decimals, rounded to nearest.
std::string decimal(long long scaled, Language language) {
  const long long thousandths = (scaled + kQualityScale / 2000) / (kQualityScale / 1000);
  std::string fraction = std::to_string(thousandths % 1000);
  fraction.insert(0, 3 - fraction.size(), '0');
  return std::to_string(thousandths / 1000) + (language == Language::es ? "," : ".") + fraction;
}

std::string row(std::string_view name, const std::string& score, std::string_view grade,
                const std::string& reason) {
  std::string line = pad_right(name, kAreaWidth) + pad_left(score, 4) + " " + std::string(grade);
  if (!reason.empty()) line += "  " + reason;
  return line + "\n";
}

std::string area_row(const AreaScore& area, Language language) {
  std::string reason;
  if (area.reason != CapReason::none) {
    reason = say(Word::base_and_cap, language,
                 {{"base", std::to_string(area.base)}, {"reason", cap_reason(area, language)}});
  }
  return row(say(word_of(area.area), language), std::to_string(area.score), letter(area.score), reason);
}

std::string overall_row(const Site& site, Language language) {
  const Scores& scores = site.scores;
  return row(say(Word::overall, language), scores.overall ? std::to_string(*scores.overall) : "-",
             clip(scores.grade, 2), overall_remark(site, language));
}

std::string term_row(const std::string& w, const std::string& n, const std::string& f, const std::string& q,
                     const std::string& product, std::string_view rule) {
  return pad_left(w, 4) + pad_left(n, kNumberWidth) + pad_left(f, kNumberWidth) +
         pad_left(q, kNumberWidth + 1) + pad_left(product, kNumberWidth + 1) + "  " + std::string(rule) +
         "\n";
}

std::string explain_area(const AreaScore& area, const Site& site, Language language) {
  std::string out = say(Word::score_area, language,
                        {{"area", say(word_of(area.area), language)},
                         {"score", std::to_string(area.score)},
                         {"grade", std::string(letter(area.score))}}) +
                    "\n";
  out += term_row(say(Word::score_column_weight, language), say(Word::score_column_templates, language),
                  say(Word::score_column_failed, language), say(Word::score_column_quality, language),
                  say(Word::score_column_product, language), say(Word::score_column_rule, language));
  long long weights = 0;
  long long weighted = 0;
  for (const Decided& rule : site.decided) {
    if (rule.area != area.area) continue;
    const long long product = weight(rule.severity) * quality(rule);
    weights += weight(rule.severity);
    weighted += product;
    out += term_row(std::to_string(weight(rule.severity)), std::to_string(rule.templates),
                    std::to_string(rule.failed), decimal(quality(rule), language), decimal(product, language),
                    clip(rule.rule, 60));
  }
  return out + "  " +
         say(Word::score_terms, language,
             {{"weighted", decimal(weighted, language)},
              {"weights", std::to_string(weights)},
              {"base", std::to_string(area.base)},
              {"reason", cap_reason(area, language)},
              {"score", std::to_string(area.score)}}) +
         "\n\n";
}

std::string explain_overall(const Scores& scores, Language language) {
  if (!scores.overall || scores.areas.empty()) return withheld_reason(scores, language) + "\n";
  int sum = 0;
  for (const AreaScore& area : scores.areas) sum += area.score;
  const int worst = std::ranges::min(scores.areas, {}, &AreaScore::score).score;
  const long long mean = sum * kQualityScale / static_cast<long long>(scores.areas.size());
  return say(Word::score_overall, language,
             {{"worst", std::to_string(worst)},
              {"mean", decimal(mean, language)},
              {"base", std::to_string(scores.overall_base.value_or(*scores.overall))},
              {"overall", std::to_string(*scores.overall)},
              {"grade", printable(scores.grade)}}) +
         "\n";
}

std::string explain_site(const Site& site, Language language) {
  std::string out = clip(site.origin, kWidth) + "\n";
  out += say(Word::score_model, language, {{"model", clip(site.scores.model, 40)}}) + "\n";
  out += say(Word::score_coverage, language,
             {{"read", std::to_string(site.scores.pages_read)},
              {"sampled", std::to_string(site.scores.pages_sampled)}}) +
         "\n\n";
  for (const AreaScore& area : site.scores.areas) out += explain_area(area, site, language);
  return out + explain_overall(site.scores, language);
}

}  // namespace

std::string write_score(const Report& report) {
  const Language language = report.scan.language;
  std::string out;
  for (const Site& site : report.sites) {
    if (!out.empty()) out += "\n";
    out += clip(site.origin, kWidth) + "\n" + overall_row(site, language);
    for (const AreaScore& area : site.scores.areas) out += area_row(area, language);
  }
  return out;
}

std::string explain_score(const Report& report) {
  const Language language = report.scan.language;
  std::string out;
  for (const Site& site : report.sites) out += explain_site(site, language) + "\n";
  for (const std::string& line : wrap(say(Word::score_legend, language), kWidth)) out += line + "\n";
  return out;
}

}  // namespace veedor::reports
