// The style sheet that browsers bring along (HTML Standard §15.3, with the colours of form controls as
// Chromium draws them).
#pragma once

#include <memory>

#include "scanner/css/sheet.h"

namespace veedor::css {

// Parsed once; with the rules of quirks mode where asked for.
std::shared_ptr<const Sheet> user_agent_sheet(bool quirks);

}  // namespace veedor::css
