// From the winners of the cascade and a parent's style to a computed style (CSS Cascade 5 §7): values made
// absolute, the rest inherited or initial. Styles with the same parent and the same winners are one.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/css/cascade/custom_properties.h"
#include "scanner/css/cascade/match_set.h"
#include "scanner/css/cascade/style.h"
#include "scanner/css/environment.h"
#include "scanner/css/value/compute.h"

namespace veedor::css {

// What is styled: it decides what `display` becomes.
enum class Subject : std::uint8_t { root, element, replaced, pseudo_element };

class StyleBuilder {
 public:
  StyleBuilder(const Environment& environment, ParserMode mode);

  // `parent` is null for the root. Lives as long as the builder.
  const Style& build(const MatchSet& set, const Style* parent, Subject subject);
  // The initial values, as if nothing were declared.
  const Style& initial() const { return initial_; }
  CustomPropertyTable& custom_properties() { return custom_; }
  // Memory or variables ran out: some later styles are their parents'.
  bool out_of_budget() const { return out_of_budget_ || custom_.out_of_budget(); }

 private:
  using Group = Style::Group;
  // A style under construction.
  struct Draft {
    Style style;
    const Style* parent;                // never null: the initial style for the root
    std::array<Group*, kGroups> own{};  // groups that are not shared
    ComputeContext context;
  };

  Style make_initial();
  const Style& make(const MatchSet& set, const Style* parent, Subject subject);
  void apply(Draft& draft, const Winner& winner);
  void apply_font_size(Draft& draft, const Winner* winner);
  Value computed(Draft& draft, Property property, const Value& declared);
  // The declared value without var(); none where that makes it invalid.
  Value resolved(Draft& draft, const Declaration& declaration);
  void set(Draft& draft, Property property, const Value& value, std::uint32_t from);
  void unset(Draft& draft, Property property);
  void take(Draft& draft, Property property, const Style& from);
  void set_scheme(Draft& draft);
  void finish(Draft& draft, Subject subject);

  const Environment environment_;
  const ParserMode mode_;
  CustomPropertyTable custom_;
  std::deque<Style> styles_;
  std::deque<Group> groups_;
  TextPool texts_;
  // What a substituted text of a property parses to.
  std::unordered_map<std::string, std::vector<Declaration>> parsed_;
  struct SharedKey {
    const MatchSet* set;
    const Style* parent;
    Subject subject;
    bool operator==(const SharedKey&) const = default;
  };
  struct SharedHash {
    std::size_t operator()(const SharedKey& key) const;
  };
  std::unordered_map<SharedKey, const Style*, SharedHash> shared_;
  Style initial_;
  double root_font_size_ = 16;
  double root_line_height_ = 19.2;
  bool out_of_budget_ = false;
};

}  // namespace veedor::css
