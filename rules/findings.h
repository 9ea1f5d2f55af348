// Gathers the judgements of a scan into findings: one for each rule and cause, however many pages show it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
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

// Causes of one rule that are told apart on one site. Further ones fall together by their messages.
inline constexpr std::size_t kMaxCauses = 500;

// Memory: one byte a rule and page, and the capped occurrences of at most kMaxCauses causes of a rule. A
// subject is added once; a second judgement of the same page or host is ignored. Adding in any order gives
// the same result unless truncated(): past the limit, the causes that came first are the ones told apart, so
// the same judgements in the same order give the same result, and every sum of counts is exact in any order.
class Findings {
 public:
  // `max_occurrences` of each finding are kept, the first by URL and position; 0: all that the judgements
  // hold.
  Findings(std::string site_origin, int max_occurrences);
  void add(Judgement judgement);
  // A page or host that could not be read: `not_tested` for the rules of its kind. One that is judged as well
  // was read.
  void add_untested_page(std::string url);
  void add_untested_host(std::string name);
  // Pages, by the URL of their judgement, → templates, as assign_templates() made them. A page that is not
  // there is a template of its own.
  void set_templates(std::map<std::string, std::string> template_by_url);

  // A rule had more causes than kMaxCauses.
  bool truncated() const { return truncated_; }
  std::vector<Finding> findings() const;    // worst severity first, then count, then id: a total order
  std::vector<RuleResult> results() const;  // by rule index

 private:
  struct Stored {
    Group group;
    int subjects = 0;
    int last_subject = 0;  // the number of the judgement that was counted last
  };
  void store(Group group);
  Stored& stored_for(Group& group);
  RuleResult result(std::size_t index) const;
  std::size_t untested(const std::set<std::string>& subjects) const;

  std::string origin_;
  std::size_t max_occurrences_;
  std::map<std::string, Stored> stored_;         // by fingerprint
  std::map<std::uint16_t, std::size_t> causes_;  // told apart, by rule
  int subjects_ = 0;                             // added so far
  bool truncated_ = false;
  std::map<std::string, std::vector<Decision>> decisions_;  // by subject
  std::set<std::string> untested_pages_;
  std::set<std::string> untested_hosts_;
  std::map<std::string, std::string> template_by_url_;
};

// What identifies a finding from scan to scan: rule, site, cause, and whether it was decided.
std::string fingerprint(std::string_view rule_id, std::string_view site_origin, std::string_view cause,
                        Outcome outcome);

}  // namespace veedor::rules
