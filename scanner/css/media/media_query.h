// Media queries (Media Queries 4 and 5), parsed once and asked of any environment.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "scanner/css/environment.h"
#include "scanner/css/media/media_feature.h"
#include "scanner/css/syntax/token.h"

namespace veedor::css {

struct ParsedMediaQueries;  // see media_condition.h

class MediaQueryList {
 public:
  MediaQueryList() = default;  // the empty list: always true
  // Never fails: a query that cannot be parsed is "not all" (§3.2). Nesting beyond 16 parentheses is "not
  // all".
  static MediaQueryList parse(std::span<const Token> tokens);
  static MediaQueryList parse(std::string_view text);

  bool matches(const Environment& environment) const;
  bool always() const { return parsed_ == nullptr; }
  // Do they ask for the size of the viewport, for the colour scheme?
  bool asks(MediaTopic topic) const;

 private:
  std::shared_ptr<const ParsedMediaQueries> parsed_;  // shared by copies; null: the empty list
};

}  // namespace veedor::css
