// Declarations: "color: red !important" as a parsed value, and shorthands as the longhands they set.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/css/syntax/token.h"
#include "scanner/css/text_pool.h"
#include "scanner/css/value/property.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

struct Declaration {
  Property property = Property::unknown;  // a longhand, or custom
  bool important = false;
  std::uint32_t offset = 0;  // of the property's name in the source
  std::string_view
      custom_name;  // "--gap" where the property is custom; its value is `raw`, or `unresolved` with var()
  Value value;
};

// Quirks mode allows "width: 5" and "color: ff0000" (Quirks Mode Standard §3.1, §3.2).
enum class ParserMode : std::uint8_t { standard, quirks };

// What a declared value may keep views into.
struct ValueSource {
  std::string_view text;  // that the tokens' offsets count in
  TextPool& pool;
  ParserMode mode = ParserMode::standard;
};

// Parses the value of one declaration (`!important` already cut off) and appends the longhands that it sets
// to `out`, with property, custom_name and value filled in. False, and nothing appended, for what CSS calls
// invalid. A value with var() or env() is always valid here: `unresolved`, for each longhand of a shorthand.
bool parse_declaration(Property property, std::string_view name, std::span<const Token> value,
                       const ValueSource& source, std::vector<Declaration>& out);

// Is "property: value" something that this parser understands? For @supports. Of properties that browsers
// know and veedor does not compute, any value.
bool supports_declaration(std::string_view name, std::span<const Token> value, const ValueSource& source);

}  // namespace veedor::css
