#include "rules/engine.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "rules/catalogue.h"
#include "rules/cause.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxSnippet = 200;
// Groups of one rule on one subject; past that, causes are told apart by the message only: a page made to
// have thousands of causes costs no more than one with a few.
constexpr std::size_t kMaxGroups = 64;

Decision decision(Outcome outcome) {
  switch (outcome) {
    case Outcome::passed:
      return Decision::passed;
    case Outcome::cant_tell:
      return Decision::cant_tell;
    case Outcome::failed:
      break;
  }
  return Decision::failed;
}

// The start tag, inert and short.
std::string snippet(html::Element element) {
  constexpr std::size_t kEllipsis = 3;  // bytes of "…"
  return shorten(printable(element.source().substr(0, 2 * kMaxSnippet)), kMaxSnippet - kEllipsis);
}

// Collects what the rules say about one subject. `document` is null where the subject is no page.
class Judge {
 public:
  Judge(std::string url, const html::Document* document) : document_(document) {
    judgement_.url = std::move(url);
    judgement_.decisions.resize(all_rules().size(), Decision::not_tested);
  }

  // `where` is the URL of a verdict that names none.
  void add(std::size_t rule, Verdicts verdicts, const std::string& where) {
    Decision& worst = judgement_.decisions[rule];
    worst = Decision::inapplicable;
    first_group_ = judgement_.groups.size();
    for (Verdict& verdict : verdicts) {
      assert(is_known(*all_rules()[rule], verdict));
      worst = std::max(worst, decision(verdict.outcome));
      if (verdict.outcome != Outcome::passed) store(rule, std::move(verdict), where);
    }
  }

  Judgement take() { return std::move(judgement_); }

 private:
  static bool is_known(const Rule& rule, const Verdict& verdict) {
    if (verdict.message.empty()) return verdict.outcome == Outcome::passed;
    return !message(rule, Language::en, verdict.message).empty();
  }

  void store(std::size_t rule, Verdict verdict, const std::string& where) {
    Group& group = group_for(rule, verdict);
    if (++group.count > kMaxStored) return;
    const html::Position position = verdict.element.position();
    group.occurrences.push_back({
        .url = verdict.url.empty() ? where : verdict.url,
        .selector = verdict.element && document_ != nullptr ? document_->selector(verdict.element) : "",
        .line = position.line,
        .column = position.column,
        .snippet = snippet(verdict.element),
        .message = std::string(verdict.message),
        .values = std::move(verdict.values),
    });
  }

  Group& group_for(std::size_t rule, const Verdict& verdict) {
    const bool full = judgement_.groups.size() - first_group_ >= kMaxGroups;
    std::string cause = full ? std::string(verdict.message) : rules::cause(verdict);
    const auto first = judgement_.groups.begin() + static_cast<std::ptrdiff_t>(first_group_);
    const auto found = std::find_if(first, judgement_.groups.end(), [&](const Group& group) {
      return group.outcome == verdict.outcome && group.cause == cause;
    });
    if (found != judgement_.groups.end()) return *found;
    return judgement_.groups.emplace_back(Group{.rule = static_cast<std::uint16_t>(rule),
                                                .outcome = verdict.outcome,
                                                .cause = std::move(cause),
                                                .count = 0,
                                                .occurrences = {}});
  }

  const html::Document* document_;
  Judgement judgement_;
  std::size_t first_group_ = 0;  // of the rule at work
};

// Runs every rule whose check is of type `RuleCheck`.
template <class RuleCheck, class Subject>
Judgement judge_with(Judge judge, const Subject& subject, const std::string& where) {
  const auto rules = all_rules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (const RuleCheck* check = std::get_if<RuleCheck>(&rules[i]->check))
      judge.add(i, (*check)(subject), where);
  }
  return judge.take();
}

}  // namespace

Judgement judge(const facts::Page& page) {
  const std::string url = page.url().display();
  return judge_with<PageCheck>(Judge(url, &page.document()), page, url);
}

Judgement judge(const facts::Host& host) {
  const std::string port = host.https_port == 443 ? "" : ":" + std::to_string(host.https_port);
  return judge_with<HostCheck>(Judge(host.name, nullptr), host, "https://" + host.name + port + "/");
}

Judgement judge(const facts::SiteSummary& site) {
  return judge_with<SiteCheck>(Judge(site.origin, nullptr), site, site.origin);
}

}  // namespace veedor::rules
