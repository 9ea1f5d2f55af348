// What matching keeps of one document, so that no question about siblings, forms or :has() is worked out
// twice. Everything is built when first asked for.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

#include "scanner/css/selector/selector.h"
#include "scanner/html/document.h"

namespace veedor::css {

class FormGroups;
struct MatchContext;

class MatchCache {
 public:
  // The document, and every table that is matched with this cache, must outlive it.
  explicit MatchCache(const html::Document& document);
  ~MatchCache();
  MatchCache(const MatchCache&) = delete;
  MatchCache& operator=(const MatchCache&) = delete;

  // The rest is for the files of this folder only.

  struct Place {
    std::uint32_t position = 0;  // from 1
    std::uint32_t count = 0;
  };
  enum class Known : std::uint8_t { unknown, no, yes };
  enum class Direction : std::uint8_t { unknown, ltr, rtl };

  html::Element previous_sibling(html::Element element);
  Place place(html::Element element);       // among its siblings
  Place type_place(html::Element element);  // among its siblings of the same type
  // Null once the steps are used up.
  const FormGroups* forms(MatchContext& context);

  // For each element of the document, what is known of `complex` as an argument of :has(), and of `list` in
  // "of S". Empty once the memory for that is used up.
  std::span<Known> known(const SelectorTable& table, std::uint32_t complex, html::Element host);
  std::span<Place> ranks(const SelectorTable& table, std::uint32_t list, html::Element host);

  std::span<Direction> directions();
  std::string_view content_language();  // by <meta http-equiv>, "" for none

 private:
  using Key = std::tuple<const SelectorTable*, std::uint32_t, const void*>;

  void find_siblings();
  void find_places();
  void find_type_places();
  template <class Fact>
  std::span<Fact> facts(std::map<Key, std::vector<Fact>>& table, const Key& key);

  const html::Document& document_;
  std::span<const html::Element> elements_;
  std::vector<std::uint32_t> previous_;  // number of the previous sibling plus one; 0: none
  std::vector<Place> places_;
  std::vector<Place> type_places_;
  std::unique_ptr<FormGroups> forms_;
  std::map<Key, std::vector<Known>> known_;
  std::map<Key, std::vector<Place>> ranks_;
  std::size_t fact_bytes_ = 0;  // of known_ and ranks_
  std::vector<Direction> directions_;
  std::optional<std::string_view> content_language_;
};

}  // namespace veedor::css
