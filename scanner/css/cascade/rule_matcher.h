// Which rules match an element. Elements that look alike to the sheets' buckets share one list of candidates,
// and those for which the same candidates match share one MatchSet.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/css/cascade/ancestor_filter.h"
#include "scanner/css/cascade/gather.h"
#include "scanner/css/cascade/match_set.h"
#include "scanner/css/cascade/reactions.h"
#include "scanner/css/cascade/rule_index.h"
#include "scanner/css/selector/match.h"
#include "scanner/html/document.h"

namespace veedor::css {

class RuleMatcher {
 public:
  // All references outlive the matcher. `places` numbers the declarations that win.
  RuleMatcher(std::span<const SheetUse> uses, MatchContext& context, std::vector<DeclarationPlace>& places);

  // The set of `element`, with the context's states in force. `own`: blocks that are not of these sheets'
  // rules (style attribute, hints …). Lives as long as the matcher.
  const MatchSet& match(html::Element element, std::span<const MatchedBlock> own,
                        const AncestorFilter& ancestors);
  // Null where no rule makes the pseudo-element; of ::before and ::after, where none gives it content.
  const MatchSet* match(html::Element element, PseudoElement pseudo, const AncestorFilter& ancestors);
  // Of a shadow tree's sheets: what :host says of `element`, the host, or, where `slot` is given, what
  // ::slotted() says of `element` in it. Appended to `blocks`.
  void add_outer_rules(html::Element element, html::Element slot, std::vector<MatchedBlock>& blocks);
  bool has_state_rules() const { return has_state_rules_; }
  // Of the element that was matched last.
  Reactions last_reactions() const { return last_reactions_; }

 private:
  struct Candidate {
    const IndexedRule* rule;
    std::uint32_t use;
  };
  using Key = std::vector<std::uint64_t>;
  // Candidates that ask for the same ancestor, so that one question to the filter dismisses them all.
  struct Run {
    std::uint32_t ancestor = 0;  // its hash; 0: none
    std::uint32_t end = 0;       // one past the last candidate
    bool user_agent = false;
  };
  // Rules that may match the elements of one look, and what came of them.
  struct Candidates {
    std::vector<Candidate> sure;    // match for certain
    std::vector<Candidate> unsure;  // ask the selector
    std::vector<Run> runs;          // of `unsure`, the user agent's first
    std::vector<Candidate> pseudo;
    Reactions reactions;
    std::map<Key, const MatchSet*> sets;  // by the unsure ones that matched and the own blocks
  };
  // What an element looks like to the buckets.
  struct Look {
    std::string_view tag;
    std::string_view id;
    std::string_view classes;
    std::uint64_t attributes = 0;  // a hash of the attributes' names
    bool html = true;
    bool operator==(const Look&) const = default;
  };
  struct LookHash {
    std::size_t operator()(const Look& look) const;
  };

  static Look look_of(html::Element element);
  Candidates& candidates_of(html::Element element);
  Candidates& collect(html::Element element);
  void collect_from(html::Element element, std::uint32_t use, const Buckets& buckets, bool pseudo);
  void offer(html::Element element, std::uint32_t use, std::span<const IndexedRule> rules, bool pseudo);
  bool may_match(html::Element element, std::uint32_t use, const IndexedRule& rule, bool pseudo) const;
  bool matches_now(html::Element element, const Candidate& candidate, const AncestorFilter& ancestors);
  std::vector<Run> runs_of(const std::vector<Candidate>& candidates) const;
  void find_matches(html::Element element, const Candidates& list, const AncestorFilter& ancestors);
  const MatchSet& decide(const std::vector<MatchedBlock>& blocks);
  MatchedBlock block_of(const Candidate& candidate) const;
  const Complex& complex_of(const Candidate& candidate) const;

  std::span<const SheetUse> uses_;
  std::vector<std::uint32_t> order_;  // of the first rule of each use
  MatchContext& context_;
  std::vector<DeclarationPlace>& places_;
  bool has_state_rules_ = false;
  Reactions last_reactions_;
  Cascade cascade_;
  std::deque<MatchSet> sets_;
  std::deque<Candidates> lists_;
  std::unordered_map<Look, Candidates*, LookHash> by_look_;
  std::map<Key, Candidates*> by_rules_;
  // Scratch:
  bool by_scheme_ = false, by_size_ = false;
  std::vector<Candidate> sure_, unsure_, pseudo_;
  Key key_;
};

}  // namespace veedor::css
