// Lists of media queries.
#include "scanner/css/media/media_query.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "scanner/css/media/media_condition.h"
#include "scanner/css/media/media_parser.h"
#include "scanner/css/syntax/brackets.h"
#include "scanner/css/syntax/item_reader.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {

MediaQueryList MediaQueryList::parse(std::span<const Token> tokens) {
  tokens = trim(tokens);
  MediaQueryList list;
  if (tokens.empty()) return list;
  auto parsed = std::make_shared<ParsedMediaQueries>();
  Brackets brackets;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= tokens.size(); ++at) {
    if (at < tokens.size() && (brackets.any() || !tokens[at].is(TokenKind::comma))) {
      brackets.see(tokens[at].kind);
      continue;
    }
    // A query that cannot be parsed never matches (§3.2), so it is not kept.
    if (const auto query = parse_media_query(tokens.subspan(begin, at - begin), *parsed)) {
      parsed->queries.push_back(*query);
    }
    begin = at + 1;
  }
  list.parsed_ = std::move(parsed);
  return list;
}

MediaQueryList MediaQueryList::parse(std::string_view text) {
  TextPool pool;
  return parse(tokenize(text, pool));
}

bool MediaQueryList::matches(const Environment& environment) const {
  if (always()) return true;
  return std::any_of(parsed_->queries.begin(), parsed_->queries.end(),
                     [&](const MediaQuery& query) { return query_matches(query, *parsed_, environment); });
}

bool MediaQueryList::asks(MediaTopic wanted) const {
  return !always() && std::ranges::any_of(parsed_->features, [&](const MediaFeature& feature) {
    return topic(feature) == wanted;
  });
}

}  // namespace veedor::css
