#include "scanner/css/cascade/rule_index.h"

#include <algorithm>

#include "scanner/base/text.h"

namespace veedor::css {
namespace {

using Entries = std::vector<std::pair<std::uint32_t, IndexedRule>>;

struct Drafts {
  Entries ids, classes, attributes, tags;
  std::vector<IndexedRule> universal;

  Buckets finish() {
    return {.ids = Bucket(std::move(ids)),
            .classes = Bucket(std::move(classes)),
            .attributes = Bucket(std::move(attributes)),
            .tags = Bucket(std::move(tags)),
            .universal = std::move(universal)};
  }
};

// Decided by the look of the element alone.
bool is_plain(const Simple& simple) {
  return simple.kind == SimpleKind::tag || simple.kind == SimpleKind::universal ||
         simple.kind == SimpleKind::id || simple.kind == SimpleKind::class_;
}

bool looks_like_colour(std::string_view value) {
  return value.starts_with('#') || value.starts_with("rgb") || value.starts_with("hsl") ||
         value.starts_with("okl") || value.starts_with("var(") || value.starts_with("color");
}

// May the declaration change a colour that is seen? A custom property may be any.
bool is_colour(const Declaration& declaration) {
  switch (declaration.property) {
    case Property::color:
    case Property::color_scheme:
    case Property::text_fill_color:
    case Property::background_color:
    case Property::background_image:
    case Property::opacity:
    case Property::fill:
      return true;
    case Property::custom:
      return looks_like_colour(declaration.value.text());
    default:
      return false;
  }
}

class Indexer {
 public:
  explicit Indexer(const Sheet& sheet) : sheet_(sheet) {
    look_into_blocks();
    look_into_conditions();
  }

  std::shared_ptr<const RuleIndex> run() {
    for (std::uint32_t i = 0; i < sheet_.rules.size(); ++i) add(i);
    auto index = std::make_shared<RuleIndex>();
    index->elements = elements_.finish();
    index->pseudo_elements = pseudo_elements_.finish();
    index->states = states_.finish();
    index->colours = colours_;
    return index;
  }

 private:
  void look_into_blocks() {
    sets_content_.resize(sheet_.blocks.size());
    sets_colour_.resize(sheet_.blocks.size());
    for (std::size_t i = 0; i < sheet_.blocks.size(); ++i) {
      const Block& block = sheet_.blocks[i];
      for (std::uint32_t d = block.first; d < block.first + block.count; ++d) {
        const Declaration& declaration = sheet_.declarations[d];
        sets_content_[i] = sets_content_[i] || declaration.property == Property::content;
        sets_colour_[i] = sets_colour_[i] || is_colour(declaration);
      }
    }
  }

  void look_into_conditions() {
    for (const Condition& condition : sheet_.conditions) {
      ColourTopics topics = conditions_.empty() ? ColourTopics() : conditions_[condition.parent];
      topics.scheme = topics.scheme || condition.media.asks(MediaTopic::scheme);
      topics.size = topics.size || condition.media.asks(MediaTopic::size);
      conditions_.push_back(topics);
    }
  }

  void note_colours(const StyleRule& rule, const Complex& complex, IndexedRule& indexed) {
    if (!sets_colour_[rule.block]) return;
    indexed.by_scheme = conditions_[rule.condition].scheme;
    indexed.by_size = conditions_[rule.condition].size;
    colours_.state = colours_.state || complex.states.any();
    colours_.scheme = colours_.scheme || conditions_[rule.condition].scheme;
    colours_.size = colours_.size || conditions_[rule.condition].size;
  }

  void add(std::uint32_t number) {
    const StyleRule& rule = sheet_.rules[number];
    const Complex& complex = sheet_.selectors.complexes[rule.complex];
    const auto compounds = sheet_.selectors.compounds_of(complex);
    IndexedRule indexed{.rule = number, .sets_content = sets_content_[rule.block]};
    indexed.ancestors = ancestors_of(compounds);
    indexed.beside_state = complex.states.any() && is_beside(compounds);
    note_colours(rule, complex, indexed);
    std::span<const Simple> subject;
    if (!compounds.empty()) subject = sheet_.selectors.simples_of(compounds.front());
    indexed.local = compounds.size() <= 1 && std::ranges::all_of(subject, is_plain);
    if (complex.pseudo_element != PseudoElement::none) return place(pseudo_elements_, subject, indexed);
    place(elements_, subject, indexed);
    if (complex.states.any()) place(states_, subject, indexed);
  }

  void place(Drafts& drafts, std::span<const Simple> subject, const IndexedRule& rule) {
    const Simple* best = nullptr;
    auto rank = [](const Simple& simple) {
      if (simple.kind == SimpleKind::id) return 4;
      if (simple.kind == SimpleKind::class_) return 3;
      if (simple.kind == SimpleKind::attribute) return 2;
      return simple.kind == SimpleKind::tag ? 1 : 0;
    };
    for (const Simple& simple : subject) {
      if (rank(simple) > (best == nullptr ? 0 : rank(*best))) best = &simple;
    }
    if (best == nullptr) {
      drafts.universal.push_back(rule);
    } else if (best->kind == SimpleKind::id) {
      drafts.ids.emplace_back(hash_of_id_or_class(best->name, sheet_.mode), rule);
    } else if (best->kind == SimpleKind::class_) {
      drafts.classes.emplace_back(hash_of_id_or_class(best->name, sheet_.mode), rule);
    } else if (best->kind == SimpleKind::attribute) {
      drafts.attributes.emplace_back(hash_name(ascii_lower(best->name)), rule);
    } else {
      drafts.tags.emplace_back(hash_name(best->folded), rule);
    }
  }

  // Compounds that must be true of an ancestor of the subject: those behind a descendant or child combinator.
  // A compound behind a sibling combinator is about a sibling; what follows it is again about ancestors,
  // which siblings share.
  std::array<std::uint32_t, 3> ancestors_of(std::span<const Compound> compounds) const {
    std::array<std::uint32_t, 3> hashes{};
    std::size_t found = 0;
    for (std::size_t i = 0; i + 1 < compounds.size() && found < hashes.size(); ++i) {
      const Combinator combinator = compounds[i].combinator;
      if (combinator != Combinator::descendant && combinator != Combinator::child) continue;
      for (const Simple& simple : sheet_.selectors.simples_of(compounds[i + 1])) {
        if (found == hashes.size()) break;
        if (simple.kind == SimpleKind::id || simple.kind == SimpleKind::class_)
          hashes[found++] = hash_of_id_or_class(simple.name, sheet_.mode);
        else if (simple.kind == SimpleKind::tag)
          hashes[found++] = hash_name(simple.folded);
      }
    }
    return hashes;
  }

  bool is_beside(std::span<const Compound> compounds) const {
    return std::ranges::any_of(compounds, [&](const Compound& compound) {
      return compound.combinator == Combinator::next_sibling ||
             compound.combinator == Combinator::subsequent_sibling ||
             std::ranges::any_of(sheet_.selectors.simples_of(compound),
                                 [](const Simple& simple) { return simple.pseudo == PseudoClass::has; });
    });
  }

  const Sheet& sheet_;
  std::vector<bool> sets_content_, sets_colour_;  // by block
  std::vector<ColourTopics> conditions_;
  ColourTopics colours_;
  Drafts elements_, pseudo_elements_, states_;
};

}  // namespace

Bucket::Bucket(Entries entries) {
  std::ranges::stable_sort(entries, {}, [](const auto& entry) { return entry.first; });
  rules_.reserve(entries.size());
  for (const auto& entry : entries) rules_.push_back(entry.second);
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (cells_.empty() || cells_.back().hash != entries[i].first) cells_.push_back({entries[i].first, i, 0});
    ++cells_.back().count;
  }
}

std::span<const IndexedRule> Bucket::find(std::uint32_t hash) const {
  const auto found = std::ranges::lower_bound(cells_, hash, {}, &Cell::hash);
  if (found == cells_.end() || found->hash != hash) return {};
  return {rules_.data() + found->first, found->count};
}

std::shared_ptr<const RuleIndex> build_index(const Sheet& sheet) { return Indexer(sheet).run(); }

std::uint32_t hash_of_id_or_class(std::string_view name, ParserMode mode) {
  return mode == ParserMode::quirks ? hash_name(ascii_lower(name)) : hash_name(name);
}

}  // namespace veedor::css
