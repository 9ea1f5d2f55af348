// The computed styles of one page: a scope for the document and for each shadow tree, and a table by element.
// Shared by the files of this folder only.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "scanner/css/cascade/ancestor_filter.h"
#include "scanner/css/cascade/gather.h"
#include "scanner/css/cascade/rule_matcher.h"
#include "scanner/css/cascade/style_builder.h"
#include "scanner/css/environment.h"
#include "scanner/html/document.h"

namespace veedor::css {

class PageStyles {
 public:
  PageStyles(const html::Document& document, const SheetFinder& find, const Environment& environment);

  const Style& of(html::Element element);
  // By Element::index(): null where nobody has asked yet. Valid as long as this object.
  const Style* const* known() const { return styles_.data(); }
  const Style* of(html::Element element, PseudoElement pseudo);
  const Style& in_state(html::Element element, States states);
  Reactions reactions(html::Element element);
  ColourTopics colours() const { return colours_; }

  const DeclarationPlace& place(std::uint32_t from) const { return places_[from]; }
  CustomPropertyTable& custom_properties() { return builder_.custom_properties(); }
  const std::vector<SheetUse>& sheets() const { return scopes_.at(document_.root().index())->gathered.uses; }
  const Environment& environment() const { return environment_; }
  const html::Document& document() const { return document_; }
  Gaps gaps() const;

 private:
  // A tree and the sheets that are about it (CSS Scoping 1).
  struct Scope {
    Scope(PageStyles& page, html::Element shadow_root, const SheetFinder& find);
    Gathered gathered;
    MatchContext context;
    RuleMatcher matcher;
  };

  void compute(html::Element element);
  const Style& compute_in_state(html::Element element, States states);
  const MatchSet& match(html::Element element);
  void add_own_blocks(html::Element element, std::vector<MatchedBlock>& blocks);
  const Sheet* attribute_sheet(std::string_view text, ParserMode mode);
  Scope& scope_of(html::Element element);
  html::Element inherits_from(html::Element element) const;
  Subject subject_of(html::Element element) const;

  const html::Document& document_;
  const Environment environment_;
  std::uint64_t steps_left_;
  MatchCache cache_;
  std::vector<DeclarationPlace> places_ = {DeclarationPlace{}};  // 0: nobody
  StyleBuilder builder_;
  SheetBudget sheet_budget_;
  std::map<std::size_t, std::unique_ptr<Scope>> scopes_;  // by index() of the tree's root
  std::vector<const Style*> styles_;                      // by Element::index()
  std::vector<AncestorFilter> filters_;                   // likewise, valid where `styles_` is set
  std::vector<Reactions> reactions_;                      // likewise
  // Of what was asked for: the style in each state, by Element::index().
  struct InState {
    States states;
    std::vector<const Style*> styles;
  };
  std::vector<InState> in_states_;
  std::unordered_map<std::string, std::shared_ptr<const Sheet>> attribute_sheets_;
  ColourTopics colours_;
  bool has_state_rules_ = false;
  // Scratch:
  std::vector<html::Element> path_;
  std::vector<MatchedBlock> own_;
};

}  // namespace veedor::css
