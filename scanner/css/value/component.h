// One value of one longhand, by its grammar in the property table.
#pragma once

#include "scanner/css/value/cursor.h"
#include "scanner/css/value/declaration.h"
#include "scanner/css/value/property.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

// From the cursor's place on, as part of a shorthand: as much as belongs to the longhand. `none`, and nothing
// taken, where nothing does.
Value parse_component(Property longhand, Cursor& cursor);
// All that the cursor holds; `none` where it is not valid.
Value parse_whole(Property longhand, Cursor& cursor);
// Sets what the Quirks Mode Standard allows for the longhand.
void allow_quirks(Property longhand, ParserMode mode, Cursor& cursor);

}  // namespace veedor::css
