// Shadows, transforms, filters and clips: kept as written where their grammar holds.
#pragma once

#include "scanner/css/value/cursor.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

Value parse_text_shadow(Cursor& cursor);
Value parse_box_shadow(Cursor& cursor);
Value parse_transform(Cursor& cursor);
Value parse_translate(Cursor& cursor);
Value parse_rotate(Cursor& cursor);
Value parse_scale(Cursor& cursor);
Value parse_filter(Cursor& cursor);
Value parse_clip(Cursor& cursor);
Value parse_clip_path(Cursor& cursor);

}  // namespace veedor::css
