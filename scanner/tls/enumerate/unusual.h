// How a server takes hellos that are valid but out of the ordinary, and whether it sees a fallback.
#pragma once

#include "scanner/tls/enumerate/survey.h"

namespace veedor::tls {

// Reads what the survey found so far, and adds to its features: long, split and future hellos, no server
// name, FALLBACK_SCSV. One connection each.
void ask_unusual(Asker& asker, Survey& survey);

}  // namespace veedor::tls
