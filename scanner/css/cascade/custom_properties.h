// The custom properties of an element: its own over its parent's, with every var() substituted.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/css/cascade/match_set.h"
#include "scanner/css/sheet.h"
#include "scanner/css/text_pool.h"

namespace veedor::css {

// One layer of a chain; elements without custom properties of their own share their parent's.
struct CustomProperties {
  struct Entry {
    std::string_view name;
    std::optional<std::string_view> value;  // nothing: guaranteed-invalid
  };
  const CustomProperties* parent = nullptr;
  std::vector<Entry> entries;  // sorted by name
  int depth = 0;               // of the chain
};

class CustomPropertyTable {
 public:
  explicit CustomPropertyTable(std::span<const RegisteredProperty> registered = {});

  // The chain of an element whose own declarations are `own`; null for none at all. Lives as long as the
  // table.
  const CustomProperties* build(std::span<const Winner> own, const CustomProperties* parent);
  // The value in force; nothing for none.
  std::optional<std::string_view> find(const CustomProperties* chain, std::string_view name) const;
  void register_property(const RegisteredProperty& property);
  bool out_of_budget() const { return out_of_budget_; }

 private:
  // An element's own declarations while they are substituted.
  enum class Progress : std::uint8_t { waiting, under_way, done };
  struct Draft {
    std::string_view text;
    bool substitutes = false;
    Progress progress = Progress::waiting;
    bool cyclic = false;
    std::optional<std::string_view> value;
  };
  using Drafts = std::map<std::string_view, Draft>;

  void declare(const Declaration& declaration, const CustomProperties* parent, Drafts& drafts) const;
  std::optional<std::string_view> resolve(std::string_view name, Drafts& drafts,
                                          const CustomProperties* parent);
  void join(CustomProperties& chain);
  std::optional<std::string_view> inherited(const CustomProperties* chain, std::string_view name) const;
  std::optional<std::string_view> initial(std::string_view name) const;

  std::unordered_map<std::string_view, RegisteredProperty> registered_;
  bool some_do_not_inherit_ = false;
  std::deque<CustomProperties> chains_;
  TextPool texts_;
  std::vector<std::string_view> under_way_;  // names that wait for one another
  std::size_t entries_left_ = 400'000;       // declarations and copies of one page
  bool out_of_budget_ = false;
};

}  // namespace veedor::css
