// The words for severities and confidences.
#pragma once

#include "cli/speech.h"
#include "rules/rule.h"

namespace veedor::cli {

Word word_of(rules::Severity severity);
Word word_of(rules::Confidence confidence);

}  // namespace veedor::cli
