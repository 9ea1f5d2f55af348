#include "reports/criteria/criteria.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace veedor::reports {
namespace {

using facts::ContentKind;

// What a criterion is about, where that shows in the markup: one of these kinds must be there. Frames may
// hold anything, so they count for all of them; a criterion that is not here is about every page.
struct About {
  std::string_view criterion;
  std::array<ContentKind, 3> kinds;
};

constexpr auto kNoMore = ContentKind::embedded;
constexpr std::array<ContentKind, 3> kMedia = {ContentKind::media, kNoMore, kNoMore};
constexpr std::array<ContentKind, 3> kScripts = {ContentKind::script, kNoMore, kNoMore};
constexpr std::array<ContentKind, 3> kTiming = {ContentKind::script, ContentKind::refresh, kNoMore};
constexpr std::array<ContentKind, 3> kForms = {ContentKind::field, kNoMore, kNoMore};
constexpr std::array<ContentKind, 3> kMoving = {ContentKind::script, ContentKind::moving, kNoMore};
constexpr std::array<ContentKind, 3> kLinks = {ContentKind::link, kNoMore, kNoMore};
constexpr std::array<ContentKind, 3> kImages = {ContentKind::image, ContentKind::media, kNoMore};
constexpr std::array<ContentKind, 3> kPasswords = {ContentKind::password, kNoMore, kNoMore};

constexpr auto kAbout = std::to_array<About>({
    {"1.1.1", {ContentKind::image, ContentKind::media, ContentKind::field}},
    {"1.2.1", kMedia},
    {"1.2.2", kMedia},
    {"1.2.3", kMedia},
    {"1.2.4", kMedia},
    {"1.2.5", kMedia},
    {"1.2.6", kMedia},
    {"1.2.7", kMedia},
    {"1.2.8", kMedia},
    {"1.2.9", kMedia},
    {"1.3.5", kForms},
    {"1.4.2", kMedia},
    {"1.4.5", kImages},
    {"1.4.7", kMedia},
    {"1.4.9", kImages},
    {"2.1.4", kScripts},
    {"2.2.1", kTiming},
    {"2.2.2", kMoving},
    {"2.2.3", kTiming},
    {"2.2.4", kTiming},
    {"2.2.6", kTiming},
    {"2.3.1", kMoving},
    {"2.3.2", kMoving},
    {"2.4.4", kLinks},
    {"2.4.9", kLinks},
    {"2.5.1", kScripts},
    {"2.5.2", kScripts},
    {"2.5.4", kScripts},
    {"2.5.7", kScripts},
    {"3.3.1", kForms},
    {"3.3.2", kForms},
    {"3.3.3", kForms},
    {"3.3.4", kForms},
    {"3.3.5", kForms},
    {"3.3.6", kForms},
    {"3.3.7", kForms},
    {"3.3.8", kPasswords},
    {"3.3.9", kPasswords},
    {"4.1.3", kScripts},
});

// WCAG 2.2 speaks of these where there is a set of pages.
constexpr auto kAboutSeveralPages = std::to_array<std::string_view>({"2.4.5", "3.2.3", "3.2.4", "3.2.6"});

bool is_present(std::string_view criterion, facts::ContentKinds kinds, int pages) {
  if (std::ranges::find(kAboutSeveralPages, criterion) != kAboutSeveralPages.end()) return pages > 1;
  const auto about = std::ranges::find(kAbout, criterion, &About::criterion);
  return about == kAbout.end() ||
         std::ranges::any_of(about->kinds, [&](ContentKind kind) { return kinds.has(kind); }) ||
         kinds.has(ContentKind::embedded);
}

// What rules said of one criterion.
struct Said {
  std::set<std::string> failed;
  std::set<std::string> undecided;
  bool passed = false;
};

std::map<std::string_view, Said> said_of(const std::vector<rules::RuleResult>& results) {
  std::map<std::string_view, Said> said;
  for (const rules::RuleResult& result : results) {
    if (result.rule->practice == rules::Practice::best_practice) continue;
    const bool sure = result.rule->confidence != rules::Confidence::low;
    for (std::string_view criterion : result.rule->references.wcag) {
      Said& of = said[criterion];
      if (result.failed > 0) (sure ? of.failed : of.undecided).emplace(result.rule->id);
      if (result.cant_tell > 0) of.undecided.emplace(result.rule->id);
      of.passed |= result.passed > 0;
    }
  }
  return said;
}

CriterionRow row_of(std::string_view criterion, Said said, bool present) {
  CriterionRow row{.criterion = std::string(criterion)};
  const auto tell = [&row](CriterionResult result, const std::set<std::string>& rules) {
    row.result = result;
    row.rules.assign(rules.begin(), rules.end());
  };
  if (!said.failed.empty()) {
    tell(CriterionResult::fails, said.failed);
  } else if (!said.undecided.empty()) {
    tell(CriterionResult::needs_person, said.undecided);
  } else if (!present) {
    row.result = CriterionResult::not_present;
  } else if (said.passed) {
    row.result = CriterionResult::nothing_found;
  }
  return row;
}

// Which of two sites' results speaks for both.
int rank(CriterionResult result) {
  switch (result) {
    case CriterionResult::fails:
      return 0;
    case CriterionResult::needs_person:
      return 1;
    case CriterionResult::nothing_found:
      return 2;
    case CriterionResult::not_present:
      break;
  }
  return 3;
}

}  // namespace

std::vector<CriterionRow> criteria_of(const std::vector<rules::RuleResult>& results,
                                      const std::vector<facts::PageSummary>& pages) {
  facts::ContentKinds kinds;
  int read = 0;
  for (const facts::PageSummary& page : pages) {
    if (page.outcome != facts::Outcome::read) continue;
    kinds.add(page.kinds);
    ++read;
  }
  std::map<std::string_view, Said> said = said_of(results);
  std::vector<CriterionRow> rows;
  for (const rules::WcagCriterion& criterion : rules::kWcagCriteria) {
    // Where nothing was read nothing is known to be absent.
    const bool present = read == 0 || is_present(criterion.number, kinds, read);
    rows.push_back(row_of(criterion.number, std::move(said[criterion.number]), present));
  }
  return rows;
}

std::vector<CriterionRow> merged(const std::vector<const std::vector<CriterionRow>*>& sites) {
  std::vector<CriterionRow> out;
  std::map<std::string, std::size_t> index;
  for (const auto* site : sites) {
    for (const CriterionRow& row : *site) {
      const auto [at, added] = index.emplace(row.criterion, out.size());
      if (added) {
        out.push_back(row);
        continue;
      }
      CriterionRow& known = out[at->second];
      if (rank(row.result) < rank(known.result)) {
        known = row;
      } else if (row.result == known.result) {
        std::set<std::string> rules(known.rules.begin(), known.rules.end());
        rules.insert(row.rules.begin(), row.rules.end());
        known.rules.assign(rules.begin(), rules.end());
      }
    }
  }
  return out;
}

std::string_view name(CriterionResult result) {
  switch (result) {
    case CriterionResult::fails:
      return "fails";
    case CriterionResult::nothing_found:
      return "nothing_found";
    case CriterionResult::not_present:
      return "not_present";
    case CriterionResult::needs_person:
      break;
  }
  return "needs_person";
}

}  // namespace veedor::reports
