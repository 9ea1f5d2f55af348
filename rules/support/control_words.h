// Whether the page has a control that, by its name, stops something.
#pragma once

#include <string_view>

#include "scanner/facts/page.h"

namespace veedor::rules {

// `subject` as in data/control_words.tsv: "motion", "change".
bool has_control_for(std::string_view subject, const facts::Page& page);

}  // namespace veedor::rules
