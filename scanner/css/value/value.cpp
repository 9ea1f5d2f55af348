#include "scanner/css/value/value.h"

namespace veedor::css {

bool Value::operator==(const Value& other) const {
  if (kind_ != other.kind_ || unit_ != other.unit_ || extra_ != other.extra_) return false;
  if (holds_text()) return text_ == other.text_;
  if (kind_ == ValueKind::colour) return colour_ == other.colour_;
  return number_ == other.number_ && percent() == other.percent();
}

}  // namespace veedor::css
