// What CSS says of each property, as data.
#pragma once

#include <span>
#include <string_view>

#include "scanner/css/value/cursor.h"
#include "scanner/css/value/numeric.h"
#include "scanner/css/value/property.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

// One way to read a value from the cursor's place on. `none` where there is nothing of the kind; the cursor
// may then stand anywhere.
using ValueParser = Value (*)(Cursor&);

// The grammar of a longhand: one of the keywords, or what `accepts` allows, or what `parse` reads.
struct Longhand {
  Property property;
  std::string_view name;
  Value initial;
  std::string_view keywords;  // for find_word
  Accepts accepts = 0;
  ValueParser parse = nullptr;
};

const Longhand& longhand(Property property);

struct ShorthandName {
  Property property;
  std::string_view name;
};
std::span<const ShorthandName> shorthand_names();

// Names that mean a property of another name.
struct Alias {
  std::string_view name;
  Property property;
};
std::span<const Alias> property_aliases();

// Is it a property that browsers know and this table does not? Names in lower case.
bool is_property_elsewhere(std::string_view name);

}  // namespace veedor::css
