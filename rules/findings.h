// Gathers the judgements of a scan into findings: one for each rule and cause, however many pages show it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "rules/engine.h"

namespace veedor::rules {

struct Finding {
  std::string id;  // fingerprint, 16 hexadecimal digits: rule + site + cause (+ outcome where undecided)
  const Rule* rule = nullptr;
  Outcome outcome = Outcome::failed;
  std::string cause;
  int count = 0;                        // occurrences, exact
  int pages = 0;                        // distinct subjects, exact
  std::vector<Occurrence> occurrences;  // sorted by URL and position; capped as asked for
};

// One rule over the whole scan. The five counts are subjects: pages for a page rule, hosts, or the one site.
struct RuleResult {
  const Rule* rule = nullptr;
  int passed = 0;
  int failed = 0;
  int cant_tell = 0;
  int inapplicable = 0;
  int not_tested = 0;
  int templates_decided =
      0;  // n of the score: templates on which it passed or failed; 0 or 1 for host and site rules
  int templates_failed = 0;  // f of the score
};

// Memory: one byte a rule and page, and the capped occurrences. Adding in any order gives the same result.
class Findings {
 public:
  // `max_occurrences` of each finding are kept, the first by URL and position; 0: all.
  Findings(std::string site_origin, int max_occurrences);
  void add(Judgement judgement);
  // A page or host that could not be read: `not_tested` for the rules of its kind.
  void add_untested_page(std::string url);
  void add_untested_host(std::string name);
  // Pages → templates, as assign_templates() made them.
  void set_templates(std::map<std::string, std::string> template_by_url);

  std::vector<Finding> findings() const;    // worst severity first, then count, then id: a total order
  std::vector<RuleResult> results() const;  // by rule index

 private:
  struct Stored {
    Group group;
    int subjects = 0;
  };
  std::string origin_;
  int max_occurrences_;
  std::map<std::string, Stored> stored_;                    // by fingerprint
  std::map<std::string, std::vector<Decision>> decisions_;  // by subject
  std::map<std::string, std::string> template_by_url_;
};

}  // namespace veedor::rules
