// What the success criteria of WCAG are called.
#pragma once

#include <string_view>

#include "scanner/base/message.h"

namespace veedor::rules {

// "Non-text Content" for "1.1.1"; "" for what is no criterion. Valid for ever.
std::string_view criterion_title(std::string_view number, Language language);

}  // namespace veedor::rules
