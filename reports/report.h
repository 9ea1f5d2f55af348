// The report: everything that a scan came to, as plain values. scan.json is this and nothing else, and every
// other report is a pure function of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/criteria/criteria.h"
#include "rules/findings.h"
#include "rules/profile.h"
#include "scanner/base/message.h"
#include "scanner/base/time.h"
#include "scanner/facts/site.h"

namespace veedor::reports {

struct Tool {
  std::string name = "veedor";
  std::string version;
  std::string ruleset;  // changes when a rule is added, removed or changes its id, severity or texts
};

struct Scan {
  Time started_at{};
  Time finished_at{};
  std::string profile = std::string(rules::name(rules::kDefaultProfile));
  Language language = Language::en;
  bool complete = true;  // false: interrupted, or a budget ended it
  bool interrupted = false;
  std::vector<std::string> limits_hit;  // "over_page_limit", "sitemap", …: sorted, each once
  long long requests = 0;
  long long bytes = 0;
};

// n and f of one rule on one site: what the score is made of. Area and severity are those of the rule when it
// ran, so that a stored report explains its score for ever.
struct Decided {
  std::string rule;
  rules::Area area{};
  rules::Severity severity{};
  int templates = 0;                                     // n: on which it was decided
  int failed = 0;                                        // f
  rules::Standing standing = rules::Standing::required;  // only what is required counts in the score
};

enum class CapReason : std::uint8_t { none, open_critical, open_serious };

struct AreaScore {
  rules::Area area{};
  int base = 0;   // ⌊100·Σw·q/Σw⌋
  int score = 0;  // min(base, cap)
  int cap = 100;
  CapReason reason = CapReason::none;
  int rules = 0;  // decided
};

enum class Withheld : std::uint8_t { none, too_few_pages_read, nothing_decided };

struct Scores {
  std::string model = "veedor-score/1";
  std::optional<int> overall;       // none where withheld
  std::optional<int> overall_base;  // before it was held to one letter above the worst area's
  std::string grade;                // "A" … "F"; "" where withheld
  std::vector<AreaScore> areas;     // those with at least one decided rule, in the order of rules::Area
  Withheld withheld = Withheld::none;
  int pages_read = 0;  // of pages_sampled: the coverage
  int pages_sampled = 0;
};

struct Template {
  std::string id;
  int pages = 0;
  std::string example;  // URL of its first page
};

struct Site {
  std::string origin;
  Scores scores;
  std::vector<facts::Host> hosts;  // of `plain` only URLs, redirects, status and outcome are kept
  std::vector<facts::Component> components;
  std::vector<Template> templates;
  std::vector<Decided> decided;
  std::vector<facts::MissingSheet> style_sheets_missing;  // sorted by URL and reason
  std::vector<CriterionRow> criteria;                     // every criterion of WCAG 2.2, whatever the profile
};

struct Page {
  std::string url;
  std::string final_url;
  int status = 0;
  std::vector<facts::Redirect> redirects;
  std::string outcome;      // facts::name(Outcome)
  std::string template_id;  // "template" in JSON
  std::string title;
  std::string language;  // <html lang>
  std::string encoding;
  std::string canonical;
  std::string robots;  // <meta name=robots> and X-Robots-Tag
  int depth = 0;
  std::vector<std::string> partly_judged;  // why: names of css::Gap; empty for most pages
};

struct RuleCounts {
  std::string id;
  int passed = 0, failed = 0, cant_tell = 0, inapplicable = 0, not_tested = 0;  // subjects
};

struct Occurrence {
  std::string url, selector, snippet;
  unsigned line = 0, column = 0;
  std::string message;  // rendered in the report's language
  std::string key;      // of the message
  Values values;
};

struct Finding {
  std::string id;
  std::string rule;
  std::string site;  // origin
  rules::Area area{};
  rules::Severity severity{};
  rules::Confidence confidence{};
  rules::Outcome outcome{};                              // failed or cant_tell
  rules::Standing standing = rules::Standing::required;  // under the scan's profile
  std::string title;
  std::string message;  // of the first occurrence
  std::string fix;      // the one sentence that says what to do
  std::string status = "new";
  std::map<std::string, std::vector<std::string>>
      references;                       // "wcag", "act", "cwe", "owasp", "asvs", "rfc", "en301549"
  int count = 0;                        // occurrences, exact
  int pages = 0;                        // pages (or hosts), exact
  int templates = 0;                    // among the kept occurrences' pages
  std::vector<Occurrence> occurrences;  // capped by --max-occurrences
};

struct Report {
  int schema_version = 1;
  Tool tool;
  Scan scan;
  std::vector<Site> sites;
  std::vector<Page> pages;        // sorted by URL
  std::vector<RuleCounts> rules;  // sorted by id
  std::vector<Finding> findings;  // worst first
};

// What the pipeline hands over of one site.
struct SiteResult {
  facts::SiteSummary summary;
  std::vector<rules::Finding> findings;
  std::vector<rules::RuleResult> results;
};

// Renders messages and scores; `ruleset` and version come from the build.
Report assemble(Scan scan, const std::vector<SiteResult>& sites);
// The same report under another profile: what counts, and the scores that follow from it.
void set_profile(Report& report, rules::Profile profile);
// The same report in another language: titles, messages and fixes are rendered again from keys and values.
void translate(Report& report, Language language);

}  // namespace veedor::reports
