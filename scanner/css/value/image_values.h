// Images (CSS Images 3 and 4): kept as written, their grammar checked as far as browsers refuse what is
// wrong.
#pragma once

#include "scanner/css/value/cursor.h"
#include "scanner/css/value/value.h"

namespace veedor::css {

bool take_url(Cursor& cursor);           // url(…), quoted or not
Value parse_image(Cursor& cursor);       // url(), a gradient, image-set() …: `raw`
Value parse_image_list(Cursor& cursor);  // with `none`, separated by commas
Value parse_paint(Cursor& cursor);       // of SVG: url(#a) and what is painted in its stead

}  // namespace veedor::css
