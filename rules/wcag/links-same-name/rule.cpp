// Links of the same name that lead to different content: who listens to them one by one cannot choose.
#include "rules/rule.h"

#include <cstddef>
#include <optional>
#include <string>

#include "rules/support/content.h"
#include "rules/support/named_links.h"
#include "rules/support/same_resource.h"
#include "scanner/url/url.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxCompared = 6;  // links of one name with the first of them

bool on_other_sites(const facts::Page& page, const NamedLink& a, const NamedLink& b) {
  const Result<url::Url> first = page.resolve(a.reference);
  const Result<url::Url> second = page.resolve(b.reference);
  return first && second && first->http_or_https() && second->http_or_https() &&
         url::registrable_domain(first->host()) != url::registrable_domain(second->host());
}

Verdict verdict(Outcome outcome, std::string_view message, const NamedLink& first, const NamedLink& other) {
  return {.outcome = outcome,
          .message = message,
          .element = other.element,
          .values = {{"name", ""}, {"first", shown(first.reference)}, {"other", shown(other.reference)}}};
}

// ACT b20e66: every link of the set leads to the same or an equivalent resource.
std::optional<Verdict> judge(const LinkGroup& group, const facts::Page& page) {
  const NamedLink& first = group.links[0];
  std::optional<Verdict> undecided;
  bool all_same = true;
  for (std::size_t i = 1; i < group.links.size() && i <= kMaxCompared; ++i) {
    const NamedLink& other = group.links[i];
    const Sameness sameness = compare(page, first.reference, other.reference);
    if (sameness == Sameness::different) return verdict(Outcome::failed, "different", first, other);
    all_same = all_same && sameness == Sameness::same;
    if (sameness == Sameness::unclear && !undecided && on_other_sites(page, first, other))
      undecided = verdict(Outcome::cant_tell, "other-site", first, other);
  }
  if (all_same) return Verdict{Outcome::passed};
  return undecided;
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (const LinkGroup& group : links_of_one_name(page)) {
    std::optional<Verdict> judged = judge(group, page);
    if (!judged) continue;
    if (!judged->values.empty()) judged->values[0].text = shown(page.tree().name(judged->element), 60);
    verdicts.push_back(*std::move(judged));
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule links_same_name = define({
    .id = "wcag/links-same-name",
    .severity = Severity::minor,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.4.9"}, .act = {"b20e66"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
