#include "rules/findings.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <tuple>
#include <utility>

#include "rules/catalogue.h"
#include "scanner/base/hash.h"

namespace veedor::rules {
namespace {

// A total order of occurrences that are not equal, so that the kept ones do not depend on who came first.
bool before(const Occurrence& a, const Occurrence& b) {
  const auto key = [](const Occurrence& o) {
    return std::tie(o.url, o.line, o.column, o.selector, o.message, o.snippet);
  };
  if (key(a) != key(b)) return key(a) < key(b);
  return std::ranges::lexicographical_compare(a.values, b.values, [](const Value& x, const Value& y) {
    return std::tie(x.name, x.text) < std::tie(y.name, y.text);
  });
}

void keep_first(std::vector<Occurrence>& occurrences, std::size_t count) {
  std::ranges::sort(occurrences, before);
  if (occurrences.size() > count) occurrences.resize(count);
}

}  // namespace

std::string fingerprint(std::string_view rule_id, std::string_view site_origin, std::string_view cause,
                        Outcome outcome) {
  std::string text(rule_id);
  text.append("\n").append(site_origin).append("\n").append(cause);
  if (outcome == Outcome::cant_tell) text += "\n?";
  return hex(fnv1a(text));
}

Findings::Findings(std::string site_origin, int max_occurrences)
    : origin_(std::move(site_origin)),
      max_occurrences_(max_occurrences > 0 ? static_cast<std::size_t>(max_occurrences)
                                           : std::numeric_limits<std::size_t>::max()) {}

void Findings::add(Judgement judgement) {
  assert(judgement.decisions.size() == all_rules().size());
  const bool first = decisions_.emplace(judgement.url, std::move(judgement.decisions)).second;
  if (!first) return;
  ++subjects_;
  for (Group& group : judgement.groups) store(std::move(group));
}

// Past the limit the group's cause becomes its message, which its first occurrence tells.
Findings::Stored& Findings::stored_for(Group& group) {
  const std::string_view rule = all_rules()[group.rule]->id;
  std::string id = fingerprint(rule, origin_, group.cause, group.outcome);
  if (const auto known = stored_.find(id); known != stored_.end()) return known->second;
  if (causes_[group.rule] < kMaxCauses) {
    ++causes_[group.rule];
  } else {
    truncated_ = true;
    group.cause = group.occurrences.empty() ? "" : group.occurrences.front().message;
    id = fingerprint(rule, origin_, group.cause, group.outcome);
  }
  return stored_[id];
}

void Findings::store(Group group) {
  Stored& stored = stored_for(group);
  const bool counted = stored.last_subject == subjects_;  // as another of its causes that fell together
  stored.last_subject = subjects_;
  if (!counted) ++stored.subjects;
  if (stored.group.count == 0) {
    stored.group = std::move(group);
    keep_first(stored.group.occurrences, max_occurrences_);
    return;
  }
  std::vector<Occurrence>& kept = stored.group.occurrences;
  stored.group.count += group.count;
  kept.insert(kept.end(), std::make_move_iterator(group.occurrences.begin()),
              std::make_move_iterator(group.occurrences.end()));
  // Sorting now and then, rather than for every page, keeps the cost of a common fault linear.
  constexpr std::size_t kSlack = 256;
  if (kept.size() > kSlack && kept.size() - kSlack > max_occurrences_) keep_first(kept, max_occurrences_);
}

void Findings::add_untested_page(std::string url) { untested_pages_.insert(std::move(url)); }

void Findings::add_untested_host(std::string name) { untested_hosts_.insert(std::move(name)); }

void Findings::set_templates(std::map<std::string, std::string> template_by_url) {
  template_by_url_ = std::move(template_by_url);
}

std::vector<Finding> Findings::findings() const {
  std::vector<Finding> out;
  out.reserve(stored_.size());
  for (const auto& [id, stored] : stored_) {
    out.push_back({.id = id,
                   .rule = all_rules()[stored.group.rule],
                   .outcome = stored.group.outcome,
                   .cause = stored.group.cause,
                   .count = stored.group.count,
                   .pages = stored.subjects,
                   .occurrences = stored.group.occurrences});
    keep_first(out.back().occurrences, max_occurrences_);
  }
  std::ranges::sort(out, [](const Finding& a, const Finding& b) {
    if (a.rule->severity != b.rule->severity) return a.rule->severity < b.rule->severity;
    if (a.count != b.count) return a.count > b.count;
    return a.id < b.id;
  });
  return out;
}

std::vector<RuleResult> Findings::results() const {
  std::vector<RuleResult> out;
  out.reserve(all_rules().size());
  for (std::size_t i = 0; i < all_rules().size(); ++i) out.push_back(result(i));
  return out;
}

RuleResult Findings::result(std::size_t index) const {
  const Rule& rule = *all_rules()[index];
  RuleResult result{.rule = &rule};
  std::map<std::string_view, bool> failed_by_template;
  for (const auto& [subject, decisions] : decisions_) {
    const Decision decision = decisions[index];
    if (decision == Decision::not_tested) continue;  // a subject of another kind
    if (decision == Decision::passed) ++result.passed;
    if (decision == Decision::failed) ++result.failed;
    if (decision == Decision::cant_tell) ++result.cant_tell;
    if (decision == Decision::inapplicable) ++result.inapplicable;
    if (decision != Decision::passed && decision != Decision::failed) continue;
    const auto found = template_by_url_.find(subject);
    std::string_view group;  // host and site rules count once
    if (rule.is_page_rule()) group = found != template_by_url_.end() ? found->second : subject;
    failed_by_template[group] |= decision == Decision::failed;
  }
  if (rule.is_page_rule()) result.not_tested = static_cast<int>(untested(untested_pages_));
  if (rule.is_host_rule()) result.not_tested = static_cast<int>(untested(untested_hosts_));
  result.templates_decided = static_cast<int>(failed_by_template.size());
  result.templates_failed = static_cast<int>(
      std::ranges::count_if(failed_by_template, [](const auto& entry) { return entry.second; }));
  return result;
}

std::size_t Findings::untested(const std::set<std::string>& subjects) const {
  const auto never_judged = [this](const std::string& subject) { return !decisions_.contains(subject); };
  return static_cast<std::size_t>(std::ranges::count_if(subjects, never_judged));
}

}  // namespace veedor::rules
