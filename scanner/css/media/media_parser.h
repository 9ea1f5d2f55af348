// The grammar of one media query (Media Queries 4 §3).
#pragma once

#include <optional>
#include <span>

#include "scanner/css/media/media_condition.h"
#include "scanner/css/syntax/token.h"

namespace veedor::css {

// Its conditions go to `parsed`. Nothing for what cannot be parsed.
std::optional<MediaQuery> parse_media_query(std::span<const Token> tokens, ParsedMediaQueries& parsed);

}  // namespace veedor::css
