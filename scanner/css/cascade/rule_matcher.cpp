#include "scanner/css/cascade/rule_matcher.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "scanner/base/hash.h"
#include "scanner/css/cascade/names_of.h"

namespace veedor::css {
namespace {

// Past these, new looks are no longer remembered, but decided again.
constexpr std::size_t kMaxLooks = 100'000;

bool equal_names(std::string_view a, std::string_view b, bool quirks) {
  return quirks ? ascii_iequals(a, b) : a == b;
}

bool has_class(html::Element element, std::string_view name, bool quirks) {
  if (!quirks) return element.has_class(name);
  bool found = false;
  for_each_class(element.attribute_or("class", ""),
                 [&](std::string_view token) { found = found || ascii_iequals(token, name); });
  return found;
}

void add(Reactions& reactions, const Complex& complex, const IndexedRule& rule) {
  if (rule.sets_content && complex.pseudo_element != PseudoElement::none) reactions.generates = true;
  if (complex.states.hover) reactions.hover = true;
  if (complex.states.active) reactions.active = true;
  if (complex.states.focus) reactions.focus = true;
  if (complex.states.focus_visible) reactions.focus_visible = true;
  if (rule.beside_state) reactions.beside = true;
}

// Of simple selectors that a look decides; the others may match.
bool may_hold(html::Element element, const Simple& simple, bool quirks) {
  switch (simple.kind) {
    case SimpleKind::tag:
      return element.in_html_namespace() ? element.tag() == simple.folded : element.tag() == simple.name;
    case SimpleKind::id:
      return equal_names(element.attribute_or("id", ""), simple.name, quirks);
    case SimpleKind::class_:
      return has_class(element, simple.name, quirks);
    default:
      return true;
  }
}

}  // namespace

std::size_t RuleMatcher::LookHash::operator()(const Look& look) const {
  return fnv1a(look.classes, fnv1a(look.id, fnv1a(look.tag, look.attributes + (look.html ? 0 : 1))));
}

RuleMatcher::RuleMatcher(std::span<const SheetUse> uses, MatchContext& context,
                         std::vector<DeclarationPlace>& places)
    : uses_(uses), context_(context), places_(places) {
  std::uint32_t order = 0;
  for (const SheetUse& use : uses_) {
    order_.push_back(order);
    order += static_cast<std::uint32_t>(use.sheet->rules.size());
    const Buckets& states = use.sheet->index->states;
    has_state_rules_ = has_state_rules_ || !states.universal.empty() || !states.ids.empty() ||
                       !states.classes.empty() || !states.attributes.empty() || !states.tags.empty();
  }
}

RuleMatcher::Look RuleMatcher::look_of(html::Element element) {
  Look look{.tag = element.tag(), .id = {}, .classes = {}, .html = element.in_html_namespace()};
  for (std::size_t i = 0; i < element.attribute_count(); ++i) {
    const html::Attribute attribute = element.attribute_at(i);
    if (attribute.name == "class")
      look.classes = attribute.value;
    else if (attribute.name == "id")
      look.id = attribute.value;
    look.attributes = look.attributes * 31 + fnv1a(attribute.name);
  }
  return look;
}

RuleMatcher::Candidates& RuleMatcher::candidates_of(html::Element element) {
  const Look look = look_of(element);
  const auto known = by_look_.find(look);
  if (known != by_look_.end()) return *known->second;
  Candidates& list = collect(element);
  if (by_look_.size() < kMaxLooks) by_look_.emplace(look, &list);
  return list;
}

// Many looks come to the same rules: those with an id or a class of their own that no sheet knows.
RuleMatcher::Candidates& RuleMatcher::collect(html::Element element) {
  sure_.clear();
  unsure_.clear();
  pseudo_.clear();
  by_scheme_ = by_size_ = false;
  for (std::uint32_t use = 0; use < uses_.size(); ++use) {
    collect_from(element, use, uses_[use].sheet->index->elements, false);
    collect_from(element, use, uses_[use].sheet->index->pseudo_elements, true);
  }
  std::ranges::stable_sort(unsure_, {}, [this](const Candidate& candidate) {
    return std::pair(!uses_[candidate.use].user_agent, candidate.rule->ancestors[0]);
  });
  Key key = {(by_scheme_ ? 1U : 0U) | (by_size_ ? 2U : 0U)};
  for (const auto* part : {&sure_, &unsure_, &pseudo_}) {
    key.push_back(part->size());
    for (const Candidate& candidate : *part)
      key.push_back(std::uint64_t{candidate.use} << 32 | candidate.rule->rule);
  }
  const auto [entry, is_new] = by_rules_.try_emplace(std::move(key), nullptr);
  if (is_new) {
    entry->second =
        &lists_.emplace_back(Candidates{.sure = sure_, .unsure = unsure_, .pseudo = pseudo_, .sets = {}});
    entry->second->runs = runs_of(unsure_);
    entry->second->reactions.scheme = by_scheme_;
    entry->second->reactions.size = by_size_;
    for (const auto* part : {&sure_, &unsure_, &pseudo_}) {
      for (const Candidate& candidate : *part) {
        if (!uses_[candidate.use].user_agent || part == &pseudo_)
          add(entry->second->reactions, complex_of(candidate), *candidate.rule);
      }
    }
  }
  return *entry->second;
}

void RuleMatcher::collect_from(html::Element element, std::uint32_t use, const Buckets& buckets,
                               bool pseudo) {
  const ParserMode mode = uses_[use].sheet->mode;
  offer(element, use, buckets.universal, pseudo);
  offer(element, use,
        buckets.tags.find(element.in_html_namespace() ? hash_name(element.tag())
                                                      : hash_name(ascii_lower(element.tag()))),
        pseudo);
  std::size_t classes = 0;
  for (std::size_t i = 0; i < element.attribute_count(); ++i) {
    const html::Attribute attribute = element.attribute_at(i);
    if (!buckets.attributes.empty())
      offer(element, use, buckets.attributes.find(hash_name(ascii_lower(attribute.name))), pseudo);
    if (attribute.name == "id" && !attribute.value.empty())
      offer(element, use, buckets.ids.find(hash_of_id_or_class(attribute.value, mode)), pseudo);
    if (attribute.name != "class" || buckets.classes.empty()) continue;
    for_each_class(attribute.value, [&](std::string_view token) {
      if (++classes <= kMaxClasses)
        offer(element, use, buckets.classes.find(hash_of_id_or_class(token, mode)), pseudo);
    });
  }
}

void RuleMatcher::offer(html::Element element, std::uint32_t use, std::span<const IndexedRule> rules,
                        bool pseudo) {
  for (const IndexedRule& rule : rules) {
    if (*context_.steps_left == 0 && !uses_[use].user_agent) return;
    if (*context_.steps_left > 0) --*context_.steps_left;
    const bool holds = uses_[use].holds[uses_[use].sheet->rules[rule.rule].condition];
    if (!holds && !rule.by_scheme && !rule.by_size) continue;
    if (!may_match(element, use, rule, pseudo)) continue;
    by_scheme_ = by_scheme_ || rule.by_scheme;
    by_size_ = by_size_ || rule.by_size;
    if (!holds) continue;
    const Candidate candidate{&rule, use};
    (pseudo ? pseudo_ : rule.local ? sure_ : unsure_).push_back(candidate);
  }
}

bool RuleMatcher::may_match(html::Element element, std::uint32_t use, const IndexedRule& rule,
                            bool pseudo) const {
  const Sheet& sheet = *uses_[use].sheet;
  const StyleRule& style_rule = sheet.rules[rule.rule];
  const Complex& complex = sheet.selectors.complexes[style_rule.complex];
  if (pseudo && complex.pseudo_element == PseudoElement::other) return false;
  const auto compounds = sheet.selectors.compounds_of(complex);
  if (compounds.empty()) return true;
  const auto simples = sheet.selectors.simples_of(compounds.front());
  const bool quirks = sheet.mode == ParserMode::quirks;
  return std::ranges::all_of(simples,
                             [&](const Simple& simple) { return may_hold(element, simple, quirks); });
}

const Complex& RuleMatcher::complex_of(const Candidate& candidate) const {
  const Sheet& sheet = *uses_[candidate.use].sheet;
  return sheet.selectors.complexes[sheet.rules[candidate.rule->rule].complex];
}

std::vector<RuleMatcher::Run> RuleMatcher::runs_of(const std::vector<Candidate>& candidates) const {
  std::vector<Run> runs;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    const std::uint32_t ancestor = candidates[i].rule->ancestors[0];
    const bool user_agent = uses_[candidates[i].use].user_agent;
    if (runs.empty() || runs.back().ancestor != ancestor || runs.back().user_agent != user_agent)
      runs.push_back({ancestor, i, user_agent});
    runs.back().end = i + 1;
  }
  return runs;
}

// Appends the numbers of the unsure candidates that match to the key. Without steps only the user agent's are
// asked.
void RuleMatcher::find_matches(html::Element element, const Candidates& list,
                               const AncestorFilter& ancestors) {
  std::uint32_t i = 0;
  for (const Run& run : list.runs) {
    if (*context_.steps_left == 0 && !run.user_agent) return;
    if (*context_.steps_left > 0) --*context_.steps_left;
    if (run.ancestor != 0 && !ancestors.may_have(run.ancestor)) {
      i = run.end;
      continue;
    }
    for (; i < run.end; ++i) {
      if (matches_now(element, list.unsure[i], ancestors)) key_.push_back(i);
    }
  }
}

bool RuleMatcher::matches_now(html::Element element, const Candidate& candidate,
                              const AncestorFilter& ancestors) {
  if (*context_.steps_left == 0 && !uses_[candidate.use].user_agent) return false;
  if (*context_.steps_left > 0) --*context_.steps_left;
  if (!ancestors.may_have_all(candidate.rule->ancestors)) return false;
  return matches(element, complex_of(candidate), uses_[candidate.use].sheet->selectors, context_);
}

MatchedBlock RuleMatcher::block_of(const Candidate& candidate) const {
  const SheetUse& use = uses_[candidate.use];
  const StyleRule& rule = use.sheet->rules[candidate.rule->rule];
  return {.level = use.user_agent ? Level::user_agent : Level::author,
          .layer = use.layer_ranks[rule.layer],
          .specificity = complex_of(candidate).specificity,
          .order = order_[candidate.use] + candidate.rule->rule,
          .sheet = use.sheet.get(),
          .block = rule.block,
          .rule = candidate.rule->rule,
          .use = &use};
}

const MatchSet& RuleMatcher::decide(const std::vector<MatchedBlock>& blocks) {
  return sets_.emplace_back(cascade_.decide(blocks, places_));
}

const MatchSet& RuleMatcher::match(html::Element element, std::span<const MatchedBlock> own,
                                   const AncestorFilter& ancestors) {
  Candidates& list = candidates_of(element);
  last_reactions_ = list.reactions;
  key_.clear();
  find_matches(element, list, ancestors);
  for (const MatchedBlock& block : own) {
    key_.push_back(std::bit_cast<std::uintptr_t>(block.sheet));
    key_.push_back(std::uint64_t{block.block} << 32 | block.rule);
  }
  const auto known = list.sets.find(key_);
  if (known != list.sets.end()) return *known->second;

  std::vector<MatchedBlock> blocks;
  for (const Candidate& candidate : list.sure) blocks.push_back(block_of(candidate));
  for (std::size_t i = 0; i + 2 * own.size() < key_.size(); ++i)
    blocks.push_back(block_of(list.unsure[key_[i]]));
  blocks.insert(blocks.end(), own.begin(), own.end());
  const MatchSet& set = decide(blocks);
  list.sets.emplace(key_, &set);
  return set;
}

const MatchSet* RuleMatcher::match(html::Element element, PseudoElement pseudo,
                                   const AncestorFilter& ancestors) {
  Candidates& list = candidates_of(element);
  const bool needs_content = pseudo == PseudoElement::before || pseudo == PseudoElement::after;
  if (list.pseudo.empty() || (needs_content && !list.reactions.generates)) return nullptr;
  constexpr std::uint64_t kPseudo = std::uint64_t{1} << 63;  // no element's key begins so
  key_.assign(1, kPseudo | static_cast<std::uint64_t>(pseudo));
  bool has_content = false;
  for (std::uint32_t i = 0; i < list.pseudo.size(); ++i) {
    const Candidate& candidate = list.pseudo[i];
    if (complex_of(candidate).pseudo_element != pseudo || !matches_now(element, candidate, ancestors))
      continue;
    key_.push_back(i);
    has_content = has_content || candidate.rule->sets_content;
  }
  if (key_.size() == 1 || (needs_content && !has_content)) return nullptr;
  const auto known = list.sets.find(key_);
  if (known != list.sets.end()) return known->second;
  std::vector<MatchedBlock> blocks;
  for (std::size_t i = 1; i < key_.size(); ++i) blocks.push_back(block_of(list.pseudo[key_[i]]));
  const MatchSet& set = decide(blocks);
  list.sets.emplace(key_, &set);
  return &set;
}

void RuleMatcher::add_outer_rules(html::Element element, html::Element slot,
                                  std::vector<MatchedBlock>& blocks) {
  auto is_outer = [&](const Complex& complex, const SelectorTable& table) {
    if (slot) return complex.pseudo_element == PseudoElement::slotted;
    const auto compounds = table.compounds_of(complex);
    return !compounds.empty() &&
           std::ranges::any_of(table.simples_of(compounds.front()), [](const Simple& simple) {
             return simple.pseudo == PseudoClass::host || simple.pseudo == PseudoClass::host_context;
           });
  };
  context_.slot = slot;
  for (std::uint32_t use = 0; use < uses_.size(); ++use) {
    if (uses_[use].user_agent) continue;
    const Sheet& sheet = *uses_[use].sheet;
    for (std::uint32_t rule = 0; rule < sheet.rules.size() && *context_.steps_left > 0; ++rule) {
      --*context_.steps_left;
      const Complex& complex = sheet.selectors.complexes[sheet.rules[rule].complex];
      if (!uses_[use].holds[sheet.rules[rule].condition] || !is_outer(complex, sheet.selectors)) continue;
      if (!matches(element, complex, sheet.selectors, context_)) continue;
      const IndexedRule indexed{.rule = rule};
      blocks.push_back(block_of({&indexed, use}));
      blocks.back().level = Level::shadow_tree;
    }
  }
  context_.slot = {};
}

}  // namespace veedor::css
