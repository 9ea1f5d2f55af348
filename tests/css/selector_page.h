// A page and the selectors asked of it, for the tests of matching.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/selector/match.h"
#include "scanner/css/selector/parse.h"
#include "scanner/css/syntax/tokenizer.h"
#include "scanner/html/document.h"

namespace veedor::css {

class SelectorPage {
 public:
  explicit SelectorPage(std::string_view html, std::uint64_t steps = 10'000'000)
      : document_(std::move(*html::Document::parse(std::string(html),
                                                   {.memory = 256U << 20, .cpu = std::chrono::seconds(60)}))),
        cache_(document_),
        steps_(steps),
        context_{.document = document_,
                 .quirks = document_.quirks_mode(),
                 .steps_left = &steps_,
                 .cache = cache_} {}

  // A list's index; 0 where it is invalid.
  std::uint32_t list(std::string_view selector) {
    const std::string_view text = texts_.emplace_back(selector);
    return parse_selector_list(tokenize(text, pool_), {.pool = pool_}, table_).value_or(0);
  }
  bool matches(html::Element element, std::string_view selector) {
    return matches_list(element, list(selector), table_, context_);
  }
  // The ids of the elements that match, in document order: "a c".
  std::string ids(std::string_view selector) {
    const std::uint32_t index = list(selector);
    if (index == 0) return "invalid";
    std::string ids;
    for (html::Element element : document_.elements()) {
      if (!element.has("id") || !matches_list(element, index, table_, context_)) continue;
      if (!ids.empty()) ids += ' ';
      ids += element.attribute_or("id", "");
    }
    return ids;
  }
  html::Element operator[](std::string_view id) const { return document_.by_id(id); }

  const html::Document& document() const { return document_; }
  const SelectorTable& table() const { return table_; }
  MatchContext& context() { return context_; }
  std::uint64_t steps() const { return steps_; }
  void set_steps(std::uint64_t steps) { steps_ = steps; }

 private:
  html::Document document_;
  MatchCache cache_;
  std::uint64_t steps_;
  MatchContext context_;
  TextPool pool_;
  std::deque<std::string> texts_;
  SelectorTable table_;
};

// A selector and the ids of what it matches.
struct SelectorCase {
  std::string_view selector, ids;
};

template <std::size_t kSize>
void expect_matches(std::string_view html, const SelectorCase (&cases)[kSize]) {
  SelectorPage page("<!DOCTYPE html>" + std::string(html));
  for (const auto& [selector, ids] : cases) EXPECT_EQ(page.ids(selector), ids) << selector;
}

}  // namespace veedor::css
